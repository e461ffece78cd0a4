"""Which words of names a word of a text may stand for, looked up in what is compiled for a glossary."""

from collections.abc import Iterable, Sequence

import msgspec

from termcheck.languages.language import Language
from termcheck.matching.unlisted.classes import Classes
from termcheck.matching.unlisted.compiled import Compiled, WordRecord
from termcheck.matching.unlisted.similarity import NONE, SAME, SHORTEST_SHARED_STEM, Likeness, Similarity, stems
from termcheck.matching.unlisted.tables import Table, bits_of

MOST_WORDS = 20_000
"""Words of texts that are remembered."""
MOST_OF_MEANINGS = 8_000_000
"""Bytes, about, of what they mean: with many names that is much, and then it is looked up again for some."""
_EACH = 1000
"""Bytes, about, of what a word means, besides its sets of names."""


class Meaning:
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
_NO_MEANING = Meaning({}, 0, 0, _NO_RECORD)


class Word:
    """A lemma of a text, or several that stand together, with what it means while that is remembered."""

    __slots__ = ("_likenesses", "known", "lemmas")

    def __init__(self, lemmas: tuple[str, ...], known: Meaning, likenesses: "Likenesses | None") -> None:
        """``likenesses``: where it is looked up again; None where what is known is never forgotten."""
        self.lemmas = lemmas
        self.known: Meaning | None = known
        self._likenesses = likenesses

    @property
    def meaning(self) -> Meaning:
        """What it means."""
        return self.known or (self._likenesses.look_again(self) if self._likenesses else _NO_MEANING)


NOTHING = Word((), _NO_MEANING, None)
"""Most words."""


class Likenesses:
    """The words of texts, each looked up once."""

    def __init__(self, compiled: Compiled, language: Language) -> None:
        """Take what is compiled."""
        self._compiled = compiled
        self._count = len(compiled.names)
        self._records: Table[WordRecord] = Table(compiled.records, WordRecord)
        self._stems: Table[list[int]] = Table(compiled.stems, list[int])
        self._rules = Similarity(language, Classes(language), {}, _no_words, _no_words)
        self._beginnings = compiled.beginnings
        self._known: dict[str, Word] = {}
        self._decode = msgspec.msgpack.Decoder(list[int]).decode
        self._with_meaning: list[Word] = []
        self._most = max(1, MOST_OF_MEANINGS // (self._count // 4 + _EACH))

    def of(self, lemma: str) -> Meaning:
        """What a lemma of a text, or a known name in it, may stand for."""
        return self.word(lemma).meaning

    def word(self, lemma: str) -> Word:
        """The same, to be kept."""
        found = self._known.get(lemma)
        if found is None:
            if len(self._known) >= MOST_WORDS:
                self._known.clear()
            meaning = self._look_up(lemma)
            found = NOTHING if meaning is _NO_MEANING else self._new((lemma,), meaning)
            self._known[lemma] = found
        return found

    def together(self, lemmas: Sequence[str]) -> Word:
        """What has the names of all of some lemmas."""
        words = tuple([lemma for lemma in lemmas if self.of(lemma).names])
        if len(words) < 2:
            return self.word(words[0]) if words else NOTHING
        return self._new(words, self._joined(words))

    def look_again(self, word: Word) -> Meaning:
        """What a word means that was forgotten."""
        lemmas = word.lemmas
        return self._remember(word, self._look_up(lemmas[0]) if len(lemmas) == 1 else self._joined(lemmas))

    def _joined(self, lemmas: Iterable[str]) -> Meaning:
        names = signs = 0
        for lemma in lemmas:
            meaning = self.of(lemma)
            names |= meaning.names
            signs |= meaning.signs
        return Meaning({}, names, signs, _NO_RECORD)

    def _new(self, lemmas: tuple[str, ...], meaning: Meaning) -> Word:
        word = Word(lemmas, meaning, self)
        self._remember(word, meaning)
        return word

    def _remember(self, word: Word, meaning: Meaning) -> Meaning:
        if len(self._with_meaning) >= self._most:
            for one in self._with_meaning:
                one.known = None
            self._with_meaning.clear()
        word.known = meaning
        self._with_meaning.append(word)
        return meaning

    def _begins_alike(self, lemma: str) -> bool:
        """Whether a word of a name begins as it does, as far as words with one stem do."""
        first = lemma[:SHORTEST_SHARED_STEM]
        return first in self._beginnings or first[:-1] in self._beginnings

    def _look_up(self, lemma: str) -> Meaning:
        record = self._records.get(lemma)
        words, reasons = self._compiled.words, self._compiled.reasons
        found: dict[int, Likeness] = {}
        if record is not None:
            for one in record.related:
                found[one.word] = Likeness(one.likeness, reasons[one.why], one.is_learnt)
        elif self._begins_alike(lemma):
            for key in stems(lemma, self._rules.language):
                for number in self._stems.get(key) or ():
                    if (likeness := self._rules.of(lemma, words[number])).value:
                        found[number] = likeness
        if record is None and not found:
            return _NO_MEANING
        record = record or _NO_RECORD
        places, signs, decode = self._compiled.places, self._compiled.signs, self._decode
        glossed = bits_of([one.name for one in record.glossed], self._count) if record.glossed else 0
        return Meaning(
            {words[number]: likeness for number, likeness in found.items()},
            glossed | bits_of([name for number in found for name in decode(places[number])], self._count),
            glossed | bits_of([name for number in found for name in decode(signs[number])], self._count),
            record,
        )


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
