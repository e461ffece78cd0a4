"""How a word of a text may stand for a content word of a fuzzy pattern: inflected, misspelt, shortened.

What was found out about two words is kept across articles. Nothing depends on what is kept.
"""

from collections.abc import Container
from typing import NamedTuple

from termcheck.languages.affixes import LONGEST_WORD, doubles_consonant, is_letters
from termcheck.languages.endings import meet
from termcheck.languages.folding import plain_initial, plain_letters
from termcheck.languages.language import Language
from termcheck.matching.near import allowed_in_word, is_wide, may_be_near, share_deletion, word_distance

MOST_SLACK = 6
"""Letters of endings by which a misspelt word may differ besides."""
_MOST_KNOWN = 50_000
"""Pairs of words that are kept."""


class Relation(NamedTuple):
    """One way in which a word stands for another."""

    edits: int
    """Letters that differ; 0 for the same word, perhaps inflected, and for a shortened one."""
    shortened: bool = False
    inflected: bool = False


class Relations:
    """The relations of words of texts to content words of one language's fuzzy patterns."""

    def __init__(self, language: Language, content: Container[str]) -> None:
        """``content``: every content word of a fuzzy pattern. A word that is one of them is never a misspelt other."""
        self._language = language
        self._content = content
        self._known: dict[tuple[str, str], tuple[Relation, ...]] = {}

    def of(self, word: str, target: str) -> tuple[Relation, ...]:
        """Every way in which ``word`` stands for ``target``; kept where the word is no longer than words are."""
        found = self._known.get((word, target))
        if found is None:
            found = tuple(self._find(word, target))
            if len(word) <= LONGEST_WORD:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[word, target] = found
        return found

    def _find(self, word: str, target: str) -> list[Relation]:
        language = self._language
        if word in language.function_words:
            return []
        if word == target:
            return [Relation(0)]
        if not set(language.inflections(word)).isdisjoint(language.term_inflections(target, verb=False)):
            return [Relation(int(_misspells(word, target, language)), inflected=True)]
        if self._lacks_accents(word, target):
            return [Relation(1)]
        if lacks_initial_accent(word, target, language):
            return [Relation(1, inflected=True)]
        found = []
        edits = self._edits(word, target)
        if edits:
            found.append(Relation(edits))
        if word[:1] == target[:1] and len(target) > len(word) + 1 and language.shortens(word, target, dotted=True):
            found.append(Relation(0, shortened=True))
        return found

    def _lacks_accents(self, word: str, target: str) -> bool:
        """Whether the word is the target without its accents, or with others where they are tones."""
        if target.isascii():
            return False
        plain = plain_letters(target)
        tones = self._language.writes_syllables and word not in self._content
        return plain != target and plain == (plain_letters(word) if tones else word)

    def _edits(self, word: str, target: str) -> int:
        """Edits between the two within the bounds of the target; 0 where there are more, or the word is no typo."""
        language = self._language
        wide = is_wide(language, word) and language.is_word(target)
        limit = allowed_in_word(target, is_wide=wide)
        slack = min(MOST_SLACK, language.longest_ending)
        if not limit or len(target) > LONGEST_WORD or word in self._content or not is_letters(target):
            return 0
        if not any(_is_in_reach(one, target, limit, slack) for one in (word, *language.bare_words(word))):
            return 0
        edits = word_distance(word, target, limit, language)
        if edits > limit or (edits > allowed_in_word(target) and not _can_differ_so_much(word, target, language)):
            return 0
        return edits


def _can_differ_so_much(word: str, target: str, language: Language) -> bool:
    """Whether what is no word can be a short target: it has most of its letters, and is no other place."""
    if not share_deletion(word, target, is_wide=True):
        return False
    return not language.is_place(target) or language.misspelt_place(word) == target


def _is_in_reach(word: str, target: str, limit: int, slack: int) -> bool:
    """Whether a word may be a misspelt target at all, both perhaps with endings."""
    if not (can_be_misspelt(word) and may_be_near(word, target, limit + slack)):
        return False
    return not slack or share_deletion(word, target)  # words within the limit share one anyway


def can_be_misspelt(word: str) -> bool:
    """Whether a word has the letters and the length that misspelt words have."""
    return 3 <= len(word) <= LONGEST_WORD and (word.isalnum() or is_letters(word))


def _lacks_accents(word: str, target: str) -> bool:
    """Whether only accents differ: a near miss, although some stemmers pass over them."""
    return word != target and plain_letters(word) == plain_letters(target)


def lacks_initial_accent(word: str, target: str, language: Language) -> bool:
    """Whether a word is a form of the target, but for the accent of its first letter."""
    if target[:1].isascii() or (plain := plain_initial(target)) == target:
        return False
    return not set(language.inflections(word)).isdisjoint(language.term_inflections(plain, verb=False))


def _misspells(word: str, target: str, language: Language) -> bool:
    """Whether two words that a stemmer takes for one differ as a misspelling does."""
    lacks_accents = _lacks_accents(word, target) and not meet(
        language.inflections(word), language.term_inflections(target, verb=False)
    )
    return lacks_accents or (language.has_endings and doubles_consonant(word, target))
