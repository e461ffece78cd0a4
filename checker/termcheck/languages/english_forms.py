"""Forms of English words and phrases that suggestions need: plurals, singulars, verb forms."""

from collections.abc import Callable, Sequence

from termcheck.languages import english_data as data
from termcheck.languages.english import head_of, noun_keys, verb_stems
from termcheck.languages.wordlist import word_list


def phrase_like(
    target: str, text: str, term: str, matched: Sequence[str], is_word: Callable[[str], bool]
) -> str | None:
    """The target changed as ``text`` differs from ``term``, one of the words ``matched``; None where no rule holds.

    ``is_word``: whether the dictionary has a word.
    """
    if matched.index(term) != head_of(matched) and term in noun_keys(text):
        return target  # only a modifier is inflected; that says nothing of the other name
    if term in noun_keys(text) and text not in noun_keys(term):
        return pluralize_phrase(target)
    if text in noun_keys(term):
        return _singular_phrase(target, is_word)
    return _conjugate_phrase(target, text, term)


def pluralize(word: str) -> str:
    """The plural of a noun, its capitals kept."""
    lowered = word.lower()
    for plural, singulars in data.IRREGULAR_PLURALS.items():
        if singulars[0] == lowered:
            return word[:1] + plural[1:]
    if lowered.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if lowered.endswith("y") and lowered[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def pluralize_phrase(phrase: str) -> str | None:
    """The plural of a noun phrase: its head in the plural; None where the rules make no word of it."""
    words = phrase.split(" ")
    head = head_of(words)
    noun = words[head].lower()
    if len(noun_keys(noun)) == 1 and noun not in data.NOT_PLURAL | data.MASS_NOUNS:
        words[head] = pluralize(words[head])
        if noun == "general" or not _is_sound(words[head], noun):
            return None
    return " ".join(words)


def _is_sound(form: str, base: str) -> bool:
    """Whether a form made by rule is in the dictionary, as it must be where its base is."""
    words = word_list("en.words.txt")
    return form.lower() in words or base.lower() not in words


def _singular_phrase(phrase: str, is_word: Callable[[str], bool]) -> str | None:
    words = phrase.split(" ")
    head = head_of(words)
    keys = noun_keys(words[head].lower())
    if len(keys) == 1:
        return phrase
    for key in keys[1:]:
        if is_word(key):
            words[head] = words[head][:1] + key[1:]
            return " ".join(words)
    return None


def _conjugate_phrase(target: str, text: str, term: str) -> str | None:
    first, _, rest = target.partition(" ")
    if term not in verb_stems(text) or first.lower() in data.IRREGULAR_VERB_BASES or not first.isalpha():
        return None
    ending = "ing" if text.endswith("ing") else "ed"
    stem = first.removesuffix("e")
    short_closed = len(first) > 2 and first[-1] not in "aeiouwxy" and first[-2] in "aeiou" and first[-3] not in "aeiou"
    if short_closed and len(first) <= 4:
        stem += first[-1]
    if ending == "ed" and first.endswith("y") and first[-2:-1] not in "aeiou":
        stem = first[:-1] + "i"
    return f"{stem}{ending} {rest}".rstrip() if _is_sound(stem + ending, first) else None
