"""Which words of names a word of a text may stand for, looked up in what is compiled for a glossary."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from termcheck.languages.language import Language
from termcheck.matching.unlisted.classes import Classes
from termcheck.matching.unlisted.compiled import Compiled, WordRecord
from termcheck.matching.unlisted.names import stem
from termcheck.matching.unlisted.similarity import NONE, SAME, SHORTEST_SHARED_STEM, Likeness, Similarity
from termcheck.matching.unlisted.tables import Table, bits_of

MOST_WORDS = 200_000
"""Words of texts that are remembered."""
MOST_OF_SETS = 8_000_000
"""Bytes of sets of names that are remembered: with many names a set is large, with few all words keep theirs."""


class Word:
    """What a lemma of a text means to the names."""

    __slots__ = ("_make", "alike", "glossed", "lengths", "likest", "numbers", "renders", "sets")

    def __init__(
        self,
        alike: dict[str, Likeness],
        numbers: Sequence[int],
        record: WordRecord,
        make: "Callable[[Word], tuple[int, int]] | None" = None,
    ) -> None:
        """Take what was looked up; ``make``: makes ``names`` and ``signs``, where there are any."""
        self.alike = alike
        """Words of names that it may stand for."""
        self.numbers = numbers
        """Theirs."""
        self._make = make
        self.sets = None if make else (0, 0)
        """``names`` and ``signs``, while they are remembered."""
        self.lengths = record.lengths
        """Of the known names that begin with it, in words, longest first."""
        self.glossed = {one.name: one for one in record.glossed}
        """Number of a name -> where it renders the same part of the source term."""
        self.renders = record.renders
        self.likest: dict[int, dict[int, float]] = {}
        """Number of a name -> position in it -> how alike the word there is; as far as it was asked."""

    @property
    def names(self) -> int:
        """The numbers of the names that have one of the words that it may stand for, as bits."""
        return (self.sets or self.made())[0]

    @property
    def signs(self) -> int:
        """Of the names that cannot be meant unless one of some such words is there."""
        return (self.sets or self.made())[1]

    def made(self) -> tuple[int, int]:
        """``names`` and ``signs``, from now on remembered."""
        return self._make(self) if self._make else (0, 0)

    def forget(self) -> None:
        """Remember no more than what was looked up."""
        self.sets = None
        self.likest.clear()


_NO_RECORD = WordRecord()
NOTHING = Word({}, (), _NO_RECORD)
"""What most words mean."""


class Likenesses:
    """The words of texts, each looked up once."""

    def __init__(self, compiled: Compiled, language: Language) -> None:
        """Take what is compiled."""
        self._compiled = compiled
        self._count = len(compiled.names)
        self._records: Table[WordRecord] = Table(compiled.records, WordRecord)
        self._stems: Table[list[int]] = Table(compiled.stems, list[int])
        self._rules = Similarity(language, Classes(language), {}, _no_words, _no_words)
        self._beginnings = frozenset(compiled.beginnings)
        self._known: dict[str, Word] = {}
        self._decode = msgspec.msgpack.Decoder(list[int]).decode
        self._with_sets: list[Word] = []
        self._most_sets = max(1, MOST_OF_SETS // (self._count // 4 + 1))

    def of(self, lemma: str) -> Word:
        """What a lemma of a text, or a known name in it, may stand for."""
        found = self._known.get(lemma)
        if found is None:
            if len(self._known) >= MOST_WORDS:
                self._known.clear()
            found = self._known[lemma] = self._look_up(lemma)
        return found

    def _look_up(self, lemma: str) -> Word:
        record = self._records.get(lemma)
        words, reasons = self._compiled.words, self._compiled.reasons
        found: dict[int, Likeness] = {}
        if record is not None:
            for one in record.related:
                found[one.word] = Likeness(one.likeness, reasons[one.why], one.is_learnt)
        elif lemma[:SHORTEST_SHARED_STEM] in self._beginnings:
            for number in self._stems.get(stem(lemma)) or ():
                if (likeness := self._rules.of(lemma, words[number])).value:
                    found[number] = likeness
        if record is None and not found:
            return NOTHING
        record = record or _NO_RECORD
        alike = {words[number]: likeness for number, likeness in found.items()}
        return Word(alike, tuple(found), record, self._sets_of if found or record.glossed else None)

    def together(self, words: Iterable[Word]) -> Word:
        """What has the names of all of some words."""
        some = [word for word in words if word.names]
        if len(some) < 2:
            return some[0] if some else NOTHING
        found = Word({}, tuple({number: None for word in some for number in word.numbers}), _NO_RECORD, self._sets_of)
        found.glossed = {name: one for word in some for name, one in word.glossed.items()}
        return found

    def _sets_of(self, word: Word) -> tuple[int, int]:
        """The names of a word and their signs, remembered with it."""
        if len(self._with_sets) >= self._most_sets:
            for one in self._with_sets:
                one.forget()
            self._with_sets.clear()
        places, signs, decode = self._compiled.places, self._compiled.signs, self._decode
        glossed = bits_of(word.glossed, self._count) if word.glossed else 0
        word.sets = found = (
            glossed | bits_of([name for number in word.numbers for name in decode(places[number])], self._count),
            glossed | bits_of([name for number in word.numbers for name in decode(signs[number])], self._count),
        )
        self._with_sets.append(word)
        return found


def _no_words(_word: str, _code: str) -> frozenset[str]:
    return frozenset()


class CompiledSimilarity(Similarity):
    """The likeness of words of texts and words of names, as it was compiled."""

    def __init__(self, language: Language, likenesses: Likenesses, rejected: Iterable[Sequence[str]]) -> None:
        """Take what is compiled; ``rejected``: pairs of words that an editor keeps apart."""
        super().__init__(language, Classes(language, rejected=rejected), {}, _no_words, _no_words)
        self._likenesses = likenesses

    def of(self, one: str, other: str) -> Likeness:
        """How alike a lemma of a text is to one of a name."""
        return SAME if one == other else self._likenesses.of(one).alike.get(other, NONE)

    def to(self, one: str, others: Sequence[str]) -> list[Likeness]:
        """How alike a lemma of a text is to each of some of a name."""
        alike = self._likenesses.of(one).alike
        return [SAME if one == other else alike.get(other, NONE) for other in others]
