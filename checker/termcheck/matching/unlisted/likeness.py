"""Which words of names a word of a text may stand for, looked up in what is compiled for a glossary."""

from collections.abc import Iterable, Sequence

import msgspec

from termcheck.languages.language import Language
from termcheck.matching.unlisted.classes import Classes
from termcheck.matching.unlisted.compiled import Compiled, WordRecord
from termcheck.matching.unlisted.names import stem
from termcheck.matching.unlisted.similarity import NONE, SAME, SHORTEST_SHARED_STEM, Likeness, Similarity
from termcheck.matching.unlisted.tables import Table, bits_of

MOST_WORDS = 200_000
"""Words of texts that are remembered."""
_MOST_SETS = 20_000
"""Of these, those that stand for a word of a name, each with sets of names."""


class Word:
    """What a lemma of a text means to the names."""

    __slots__ = ("alike", "glossed", "lengths", "likest", "names", "renders", "signs")

    def __init__(self, alike: dict[str, Likeness], names: int, signs: int, record: WordRecord) -> None:
        """Take what was looked up."""
        self.alike = alike
        """Words of names that it may stand for."""
        self.names = names
        """The numbers of the names that have one of them, as bits."""
        self.signs = signs
        """Of the names that cannot be meant unless one of some such words is there."""
        self.lengths = record.lengths
        """Of the known names that begin with it, in words, longest first."""
        self.glossed = {one.name: one for one in record.glossed}
        """Number of a name -> where it renders the same part of the source term."""
        self.renders = record.renders
        self.likest: dict[int, dict[int, float]] = {}
        """Number of a name -> position in it -> how alike the word there is; as far as it was asked."""


_NO_RECORD = WordRecord()
_NOTHING = Word({}, 0, 0, _NO_RECORD)


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
        self._sets: dict[int, tuple[int, int]] = {}
        self._decode = msgspec.msgpack.Decoder(list[int]).decode

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
            return _NOTHING
        record = record or _NO_RECORD
        names = signs = bits_of([one.name for one in record.glossed], self._count) if record.glossed else 0
        for number in found:
            some, others = self._names_with(number)
            names |= some
            signs |= others
        return Word({words[number]: likeness for number, likeness in found.items()}, names, signs, record)

    def _names_with(self, number: int) -> tuple[int, int]:
        """The names that have a word, and those of which it is a sign."""
        found = self._sets.get(number)
        if found is None:
            if len(self._sets) >= _MOST_SETS:
                self._sets.clear()
            places = self._decode(self._compiled.places[number])
            signs = self._decode(self._compiled.signs[number])
            found = bits_of(places, self._count), bits_of(signs, self._count) if signs else 0
            self._sets[number] = found
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
