"""Guards: what must not differ between a term and a form of it that is not listed."""

from collections import Counter
from collections.abc import Iterable, Sequence

from termcheck.languages.language import Language

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
    return _numbers(knowledge, one) != _numbers(knowledge, other)


def _numbers(knowledge: Language, words: Iterable[str]) -> Counter[str]:
    return Counter(number for word in words if (number := knowledge.number(word)) is not None)


def replaced_excludes(knowledge: Language, text_word: str, term_word: str) -> bool:
    """Whether a word of the text that looks like a word of the term must be another thing."""
    if knowledge.number(text_word) or knowledge.number(term_word) or knowledge.excludes(text_word, term_word):
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
