"""Whether a piece of text can hold a rendering at all, by its words as they stand: most pieces of most texts cannot."""

from collections.abc import Container, Sequence

from msgspec import Struct

from termcheck.matching.unlisted.likeness import NOTHING, Likenesses, Word
from termcheck.matching.unlisted.names import MOST_KEPT, Known, Lemmas
from termcheck.matching.unlisted.words import AGAINST


class _Glance(Struct, frozen=True):
    """What a word can mean to the names."""

    word: Word
    """What has the names of which it may stand for a word."""
    is_several: bool
    """Whether it is made of several words."""
    opens: bool
    """Whether a known name, or words that are one, may begin with it."""
    first: str
    last: str
    """Its lemmas."""


_NOTHING = _Glance(NOTHING, is_several=False, opens=False, first="", last="")


class Glances:
    """Words of texts, each looked at once."""

    def __init__(self, lemmas: Lemmas, likenesses: Likenesses, known: Known, starts: Container[str]) -> None:
        """``starts``: the first two words of the ``known`` names, in lines."""
        self._named = known.named
        self._lemmas = lemmas
        self._likenesses = likenesses
        self._starts = starts
        self._known: dict[str, _Glance] = {}

    def may_hold(self, words: Sequence[str], first: int, last: int) -> bool:
        """Whether two of some words stand for words of one name, and one of them is a sign of it.

        True as well where known names, or words that are one, make that hard to tell.
        """
        once = twice = signs = 0
        before = _NOTHING
        known = self._known
        for at in range(first, last):
            glance = known.get(words[at]) or self._look(words[at])
            if glance is _NOTHING:
                continue
            if glance.opens and self._lemmas.phrase_at(words, at)[0]:
                return True
            if before.opens and f"{before.last}\n{glance.first}" in self._starts:
                return True
            meaning = glance.word.known or glance.word.meaning
            names = meaning.names
            if names:
                twice |= names if glance.is_several else once & names
                once |= names
                signs |= meaning.signs
            before = glance
        return bool(twice & signs)

    def _look(self, word: str) -> _Glance:
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        found = self._known[word] = self._meant(word)
        return found

    def _meant(self, text: str) -> _Glance:
        opens = self._lemmas.opens_phrase(text)
        if text in self._lemmas.language.function_words:
            if text not in AGAINST and not opens:
                return _NOTHING
            lemmas: Sequence[str] = (AGAINST[text],) if text in AGAINST else ()
        else:
            lemmas = self._lemmas.of(text)
        meant = [self._likenesses.of(lemma) for lemma in lemmas]
        short = [
            name for lemma, one in zip(lemmas, meant, strict=True) if one.lengths for name in self._named((lemma,))
        ]
        word = self._likenesses.together([*lemmas, *short])
        opens = opens or any(one.lengths for one in (*meant, *map(self._likenesses.of, short)))
        return _Glance(word, len(lemmas) > 1, opens, lemmas[0] if lemmas else "", lemmas[-1] if lemmas else "")
