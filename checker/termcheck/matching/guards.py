"""Guards: what must not differ between a term and a form of it that is not listed."""

from collections import Counter
from collections.abc import Iterable, Sequence

from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Language
from termcheck.matching.patterns import Pattern

HOME = {
    "zh": frozenset("china chinese prc".split()),
    "ja": frozenset("japan japanese".split()),
    "ko": frozenset("korea korean".split()),
    "de": frozenset("germany german".split()),
    "fr": frozenset("france french".split()),
    "ru": frozenset("russia russian".split()),
    "es": frozenset("spain spanish".split()),
    "it": frozenset("italy italian".split()),
    "pt": frozenset("portugal portuguese brazil brazilian".split()),
    "pl": frozenset("poland polish".split()),
    "tr": frozenset("turkey turkish türkiye".split()),
    "ar": frozenset(),
}
"""Source language -> words for its home country, which a rendering may add or drop."""
_NATIONAL = "national"


def numbers_differ(knowledge: Language, one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two stretches of words hold different numbers, ordinals, versions or single letters."""
    return sorted(_numbers(knowledge, one)) != sorted(_numbers(knowledge, other))


def _numbers(knowledge: Language, words: Iterable[str]) -> list[str]:
    return [number for word in words if (number := knowledge.number(word)) is not None]


def replaced_excludes(knowledge: Language, text_word: str, term_word: str) -> bool:
    """Whether a word of the text that looks like a word of the term must be another thing."""
    if knowledge.number(text_word) or knowledge.excludes(text_word, term_word):
        return True
    number = knowledge.number(term_word)
    if number is not None and number != knowledge.misspelt_number(text_word):
        return True
    if knowledge.is_place(text_word):
        return True
    level = knowledge.level(text_word)
    return level is not None and level != knowledge.level(term_word)


def added_excludes(knowledge: Language, word: str, kept: Sequence[str], home: frozenset[str]) -> bool:
    """Whether a word that is added or dropped, beside the words that are kept, makes another thing of it."""
    if word in home:
        return False
    if knowledge.number(word) or knowledge.qualifies(word) or knowledge.is_place(word):
        return True
    level = knowledge.level(word)
    if level is None:
        return False
    return level != _NATIONAL or all(knowledge.level(other) != _NATIONAL for other in kept)


def names_differ(knowledge: Language, one: Iterable[str], other: Iterable[str], home: frozenset[str]) -> bool:
    """Whether two whole names (folded words) must be two things, whatever else they have in common.

    Another number, place, level or opposite on one side, or a qualifier more.
    """
    words, others = (Counter(_canonical(knowledge, word) for word in words) for words in (one, other))
    return left_over_excludes(knowledge, words - others, others - words, home)


def _canonical(knowledge: Language, word: str) -> str:
    """What words share that say the same number or level."""
    if (number := knowledge.number(word)) is not None:
        return f"#{number}"
    return word if knowledge.is_place(word) else knowledge.level(word) or word


def left_over_excludes(
    knowledge: Language, one: Iterable[str], other: Iterable[str], home: frozenset[str] = frozenset()
) -> bool:
    """Whether what corresponds to nothing in two names (words, or ``#`` and digits) makes two things of them.

    A number, a place, a qualifier, a level other than the national one, or two opposites. Words of ``home`` may be
    added or dropped.
    """
    words, others = _without_places_of_both(
        knowledge, [word for word in one if word not in home], [word for word in other if word not in home]
    )
    for word in (*words, *others):
        if word[0] == "#" or knowledge.number(word) is not None:
            return True
        if knowledge.is_place(word) or knowledge.qualifies(word) or knowledge.level(word) not in (None, _NATIONAL):
            return True
    return any(knowledge.excludes(word, another) for word in words for another in others)


_ADJECTIVES = ("an", "n", "y", "ese", "i")
"""What makes one name of a place of another: Europe, European; German, Germany."""


def _without_places_of_both(
    knowledge: Language, one: Sequence[str], other: Sequence[str]
) -> tuple[list[str], list[str]]:
    """The words without places that both name, one of them as an adjective."""
    same = {
        (word, another)
        for word in one
        for another in other
        if knowledge.is_place(word) and knowledge.is_place(another) and is_adjective_of_place(word, another)
    }
    left, right = {word for word, _ in same}, {another for _, another in same}
    return [word for word in one if word not in left], [word for word in other if word not in right]


def places_of_adjective(word: str) -> list[str]:
    """What may be the place of an adjective, by its ending."""
    return [word.removesuffix(ending) for ending in _ADJECTIVES if word.endswith(ending)]


def is_adjective_of_place(one: str, other: str) -> bool:
    """Whether of two names of places one is the adjective of the other."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in _ADJECTIVES


def other_number(pattern: Pattern, words: Sequence[str], knowledge: Language) -> list[int]:
    """Positions at which words of a text, one for each word of a name, have a number that the name never has there.

    Digital Market Act is no Digital Markets Act, whatever number the name itself has. None where its head differs as
    well, since what goes with that changes too: States Parties.
    """
    fixed = knowledge.fixed_places(pattern.words)
    differing = [at for at, (word, own) in enumerate(zip(words, pattern.words, strict=True)) if word != own]
    if not fixed.issuperset(differing):
        return []
    return [at for at in differing if _is_other_form(words[at], pattern.words[at], knowledge)]


def _is_other_form(word: str, own: str, knowledge: Language) -> bool:
    """Whether both are forms of one word, and no spellings of it."""
    if strip_accents(word) == strip_accents(own) or knowledge.is_spelling_variant(word, own):
        return False
    return not set(knowledge.inflections(word)).isdisjoint(knowledge.term_inflections(own, verb=False))
