"""English."""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cached_property, lru_cache

from termcheck.languages import english_data as data
from termcheck.languages.affixes import LONGEST_WORD, common_prefix
from termcheck.languages.distance import plainly_within, within
from termcheck.languages.language import Regularities
from termcheck.languages.plain import Plain
from termcheck.languages.wordlist import WordList, word_list

_VERB = "v:"
"""Prefix of keys under which conjugated forms meet the words of terms that may be verbs."""
_SHORTEST_STEM = 3

_ENDINGS = (
    ("s", 1, ""), ("es", 2, ""), ("es", 2, "is"), ("ies", 3, "y"), ("men", 2, "an"),
    ("ing", 3, ""), ("ing", 3, "e"), ("ing", 4, ""), ("iing", 4, "y"),
    ("ed", 2, ""), ("ed", 2, "e"), ("ed", 3, ""), ("ied", 3, "y"),
)  # fmt: skip
"""Of ``noun_keys`` and ``verb_stems``."""
_REGULARITIES = Regularities(
    endings=_ENDINGS,
    mark=_VERB,
    irregular=frozenset((*data.IRREGULAR_PLURALS, *data.IRREGULAR_VERBS)),
    words=("en.words.txt", "en.places.txt"),
    names=("en.names.txt",),
    abbreviations=data.ABBREVIATIONS.keys(),
)


class English(Plain):
    """Word knowledge of English: rules for regular forms, lists for the others."""

    code = "en"
    function_words = data.FUNCTION_WORDS
    articles = data.ARTICLES
    particles = data.PARTICLES
    has_words = True
    has_endings = False
    moves_words = moves_modifiers = True
    opens_with_articles = True
    longest_ending = 0
    regularities: Regularities | None = _REGULARITIES

    @cached_property
    def _words(self) -> WordList:
        return word_list("en.words.txt")

    @cached_property
    def _names(self) -> WordList:
        return word_list("en.names.txt")

    def inflections(self, word: str) -> Sequence[str]:
        """The word, its singular, and marked verb stems."""
        return _text_keys(word) if len(word) <= LONGEST_WORD else (word,)

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The word, its singular, and, for a verb, the marked stem."""
        keys = noun_keys(word)
        return (*keys, _VERB + word) if verb else keys

    def fixed_places(self, words: Sequence[str]) -> frozenset[int]:
        """All but the head, the last word before a preposition, and a noun before an adjective of titles behind it."""
        head = head_of(words)
        inflected = {head, head - 1} if words[head] in data.POSTPOSITIVE else {head}
        return frozenset(range(len(words))) - inflected

    def can_be_verb(self, word: str) -> bool:
        """Whether the dictionary has the word's -ing form, or does not have the word at all."""
        return any(form in self._words for form in _gerunds(word)) or not self.is_word(word)

    def number(self, word: str) -> str | None:
        """Digits as they are, ordinals and number words as digits, single letters and Roman numerals as themselves."""
        return _number(word)

    def is_place(self, word: str) -> bool:
        """Whether the list of places has it."""
        return _is_place(word)

    def misspelt_number(self, word: str) -> str | None:
        """The number of the only number word that is one letter away from what is no word."""
        return _misspelt_number(word) if word.isalpha() and not (self.number(word) or self.is_word(word)) else None

    def misspelt_place(self, word: str) -> str | None:
        """The only place that is two letters away from what is no word, or fewer."""
        return _misspelt_place(word) if word.isalpha() and not self.is_word(word) else None

    def level(self, word: str) -> str | None:
        """The administrative level, as in ``english_data.LEVELS``."""
        return data.LEVELS.get(word)

    def excludes(self, word: str, other: str) -> bool:
        """Whether the two are listed opposites, or one is the other with a negating or reversing prefix."""
        return _excludes(word, other)

    def qualifies(self, word: str) -> bool:
        """Whether it is a listed qualifier."""
        return word in data.QUALIFIERS

    def is_word(self, word: str) -> bool:
        """Whether the dictionary has it, or the word that it is a regular form of."""
        return self._known_words(word)

    @cached_property
    def _known_words(self) -> Callable[[str], bool]:
        return lru_cache(maxsize=10_000)(self._has_word)

    def _has_word(self, word: str) -> bool:
        return any(key in self._words or key in self._names for key in noun_keys(word)) or _is_place(word)

    def is_derived_alike(self, word: str, other: str) -> bool:
        """Whether the two differ only in listed suffixes."""
        stem = common_prefix(word, other)
        one, another = _suffix(word), _suffix(other)
        if _without_vowels(one) == _without_vowels(another):
            return False  # able and ible, er and or, al and ial are mistaken for each other
        return bool(one) and bool(another) and stem >= max(len(word) - len(one), 4) - 1

    def is_spelling_variant(self, word: str, other: str) -> bool:
        """Whether British and American spelling make the two one."""
        return word != other and _american(word) == _american(other)

    def shortens(self, short: str, full: str, *, dotted: bool) -> bool:
        """A listed abbreviation, a truncation by three letters or more, or, with a full stop, any contraction."""
        if short in data.ABBREVIATIONS:
            return full in data.ABBREVIATIONS[short]
        if short == full or short[0] != full[0] or len(short) >= len(full):
            return False
        if dotted:
            return len(short) > 1 and _is_subsequence(short, full) and not self.is_word(short)
        truncated = full.startswith(short) and len(short) >= _SHORTEST_STEM and len(full) - len(short) >= _SHORTEST_STEM
        return truncated and not _is_place(short) and short not in self._words

    def may_shorten(self, short: str, *, dotted: bool) -> bool:
        """What is listed, and what is no word."""
        if short in data.ABBREVIATIONS:
            return True
        if dotted:
            return len(short) > 1 and not self.is_word(short)
        return len(short) >= _SHORTEST_STEM and not _is_place(short) and short not in self._words

    def full_forms(self, short: str) -> Collection[str]:
        """Those that are listed."""
        return data.ABBREVIATIONS.get(short, ())

    def inflect_like(self, target: str, observed: Sequence[str], matched: Sequence[str]) -> str | None:
        """The target in the plural or in the verb form of ``observed``; None where several words changed."""
        changed = [(text, term) for text, term in zip(observed, matched, strict=False) if text != term]
        if len(observed) != len(matched) or len(changed) > 1:
            return None
        if not changed:
            return target
        from termcheck.languages.english_forms import phrase_like

        text, term = changed[0]
        return phrase_like(target, text, term, matched, self.is_word)


def head_of(words: Sequence[str]) -> int:
    """Index of the word that carries the number of a noun phrase: the last before a preposition."""
    return next((at - 1 for at, word in enumerate(words) if at and word.lower() in data.PREPOSITIONS), len(words) - 1)


def noun_keys(word: str) -> tuple[str, ...]:
    """The word and the singulars it may be the plural of.

    >>> noun_keys("policies"), noun_keys("offices"), noun_keys("news")
    (('policies', 'policy', 'policie'), ('offices', 'office'), ('news',))
    """
    if word in data.IRREGULAR_PLURALS:
        return (word, *data.IRREGULAR_PLURALS[word])
    if word.endswith("men") and len(word) > 5:
        return (word, word[:-2] + "an")
    if len(word) <= _SHORTEST_STEM or word[-1] != "s" or word in data.NOT_PLURAL:
        return (word,)
    if word.endswith(data.NOT_PLURAL_ENDINGS) and not word.endswith("eaus") and not _is_plural(word):
        return (word,)
    if word.endswith("ies") and len(word) > 4:
        return (word, word[:-1]) if word in data.IE_PLURALS else (word, word[:-3] + "y", word[:-1])
    return (word, *_singulars(word))


def _is_plural(word: str) -> bool:
    """Whether a word in -us or -is is the plural of a noun in a vowel: menus, taxis; but not status, basis."""
    return len(word) > 4 and not word.endswith("ss") and word[:-1] in word_list("en.words.txt")


def _singulars(word: str) -> tuple[str, ...]:
    """What a word in -s that is no -ies may be the plural of."""
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return (word[:-2],)
    if word.endswith(("oses", "yses", "ases", "eses", "ises", "pses")):
        return (word[:-1], word[:-2] + "is")
    if word.endswith(("oes", "ses", "zes")):
        return (word[:-1], word[:-2])
    return (word[:-1],)


@lru_cache(maxsize=5_000)
def _text_keys(word: str) -> tuple[str, ...]:
    keys = noun_keys(word)
    stems = data.IRREGULAR_VERBS.get(word, ()) or verb_stems(word)
    third_person = tuple(_VERB + key for key in keys)
    return (*keys, *third_person, *(_VERB + stem for stem in stems))


def verb_stems(word: str) -> tuple[str, ...]:
    """The verbs that a word in -ing or -ed may be a form of; none for any other word."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            undoubled = (stem[:-1],) if len(stem) > 2 and (stem[-1] == stem[-2] or stem.endswith("ck")) else ()
            from_y = (stem[:-1] + "y",) if stem[-1] == "i" else ()
            return (stem, stem + "e", *undoubled, *from_y)
    return ()


def _gerunds(word: str) -> tuple[str, ...]:
    without_e = (word[:-1] + "ing",) if word.endswith("e") else ()
    return (word + "ing", word + word[-1:] + "ing", *without_e)


_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())


@lru_cache(maxsize=10_000)
def _number(word: str) -> str | None:
    if word[0].isdecimal():
        return data.ORDINAL_ENDING.sub("", word)
    if word in data.NUMBER_WORDS:
        return data.NUMBER_WORDS[word]
    if word in _ROMAN or (len(word) == 1 and word not in {"a", "s"} and word.isalpha() and word.isascii()):
        return "=" + word
    return word if any(char.isdecimal() for char in word) and not _is_misread(word) else None


def _is_misread(word: str) -> bool:
    """Whether a scanner may have read a letter as a digit: one digit inside or at the end of a long word."""
    return len(word) > 5 and sum(map(str.isalpha, word)) == len(word) - 1 and any(digit in word for digit in "015")


@lru_cache(maxsize=10_000)
def _is_place(word: str) -> bool:
    return word in word_list("en.places.txt")


@lru_cache(maxsize=5_000)
def _misspelt_number(word: str) -> str | None:
    numbers = {data.NUMBER_WORDS[one] for one in plainly_within(word, data.NUMBER_WORDS, 1)}
    return numbers.pop() if len(numbers) == 1 else None


@lru_cache(maxsize=5_000)
def _misspelt_place(word: str) -> str | None:
    near = within(word, word_list("en.places.txt").words(), 2)
    return near[0] if len(near) == 1 else None


@lru_cache(maxsize=10_000)
def _excludes(word: str, other: str) -> bool:
    pairs = (frozenset((one, another)) for one in noun_keys(word) for another in noun_keys(other))
    return not data.OPPOSITES.isdisjoint(pairs) or _differs_by_prefix(word, other)


_LONGEST_PREFIX = max(map(len, (*data.REVERSING_PREFIXES, *(one for pair in data.OPPOSITE_PREFIXES for one in pair))))


def _differs_by_prefix(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    if word[-1:] != other[-1:] and len(long) > _LONGEST_PREFIX:
        return False  # they would be alike but for their prefixes
    if any(long == prefix + short for prefix in data.REVERSING_PREFIXES):
        words = word_list("en.words.txt")  # academy is not the reverse of cademy
        return len(long) - len(short) > 1 or (short in words and long in words)
    return any(
        one.startswith(a) and another.startswith(b) and one[len(a) :] == another[len(b) :]
        for a, b in data.OPPOSITE_PREFIXES
        for one, another in ((word, other), (other, word))
    )


@lru_cache(maxsize=10_000)
def _american(word: str) -> str:
    for letters, pattern, replacement in data.AMERICAN_SPELLING:
        if letters in word:  # so that few expressions are compiled for one article
            word = re.sub(pattern, replacement, word)
    return word


def _without_vowels(suffix: str) -> str:
    return "".join(letter for letter in suffix if letter not in "aeiou")


def _suffix(word: str) -> str:
    if not word.endswith(data.SUFFIXES):
        return ""
    return next((suffix for suffix in data.SUFFIXES if word.endswith(suffix) and len(word) - len(suffix) >= 4), "")


def _is_subsequence(short: str, full: str) -> bool:
    letters = iter(full)
    return all(letter in letters for letter in short)
