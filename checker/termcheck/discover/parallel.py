"""The same sentence in two translations: where they agree but for one name, the names are one thing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.evidence.kinds import Kind
from termcheck.evidence.reading import Filler, Reading
from termcheck.evidence.slots import Pair, is_person

_SHORTEST = 8
"""Words of a sentence that is compared."""
_LONGEST = 200
_SHINGLE = 3
_MOST_PLACES = 20
"""Sentences that share three words in a row, above which these say nothing."""
_FEWEST_BITS, _MOST_BITS = 12, 28
"""Of places among which runs of words are told apart by their hashes: 256 MB at most."""
_FEWEST_SHARED = 2
_MOST_PARTNERS = 8
_SHARE = 0.7
"""Of the words of the longer sentence that must stand in both, in order."""
_SURE = 12
"""Common words from which on the names need none in common; news repeats shorter ones of many things."""
_MOST_WORDS = 10


class _Sentence(NamedTuple):
    reading: Reading
    first: int
    end: int

    @property
    def words(self) -> list[str]:
        return self.reading.words[self.first : self.end]


def parallel_pairs(readings: Sequence[Reading]) -> Iterator[Pair]:
    """The names that stand for known ones in sentences that are otherwise nearly the same."""
    sentences = [one for reading in readings for one in _sentences(reading)]
    for one, other in _alike(sentences):
        yield from _differences(one, other)
        yield from _differences(other, one)


def _sentences(reading: Reading) -> Iterator[_Sentence]:
    at = 0
    while at < len(reading.words):
        end = max(reading.text.sentence_at(reading.text.starts[at])[1], at + 1)
        if _SHORTEST <= end - at <= _LONGEST:
            yield _Sentence(reading, at, end)
        at = end


def _alike(sentences: Sequence[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Pairs of sentences of two articles that share runs of words; each with the few that share most."""
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    recurring = _Recurring(sentences)
    for number, sentence in enumerate(sentences):
        for shingle in filter(recurring.may_hold, _shingles(sentence)):
            if len(index[shingle]) <= _MOST_PLACES:
                index[shingle].append(number)
    for number, sentence in enumerate(sentences):
        shared: Counter[int] = Counter()
        for shingle in filter(index.__contains__, _shingles(sentence)):
            places = index[shingle]
            if len(places) <= _MOST_PLACES:
                shared.update(place for place in places if place > number)
        best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_MOST_PARTNERS]
        for place, count in best:
            if count >= _FEWEST_SHARED and sentences[place].reading is not sentence.reading:
                yield sentence, sentences[place]


class _Recurring:
    """Which runs of words may stand in several sentences: nearly all stand in one, and would be held for nothing."""

    def __init__(self, sentences: Sequence[_Sentence]) -> None:
        runs = sum(one.end - one.first for one in sentences)
        self._mask = (1 << min(_MOST_BITS, max(_FEWEST_BITS, runs.bit_length() + 2))) - 1
        self._met = bytearray(self._mask + 1)
        for sentence in sentences:
            for shingle in _shingles(sentence):
                at = hash(shingle) & self._mask
                self._met[at] = min(2, self._met[at] + 1)

    def may_hold(self, shingle: tuple[str, ...]) -> bool:
        """False only where it stands in one sentence."""
        return self._met[hash(shingle) & self._mask] > 1


def _shingles(sentence: _Sentence) -> dict[tuple[str, ...], None]:
    words = sentence.words
    return dict.fromkeys(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _differences(one: _Sentence, other: _Sentence) -> Iterator[Pair]:
    """For each known name of ``one``: what stands in its place in ``other``, where that is another form."""
    partner = _aligned(one.words, other.words)
    if len(partner) < _SHARE * max(len(one.words), len(other.words)):
        return
    last_one, last_other = one.end - one.first, other.end - other.first
    needs_kin = len(partner) < _SURE
    partner |= {-1: -1, last_one: last_other}
    for start, end, mention in one.reading.known_in(one.first, one.end - 1):
        before, after = start - one.first - 1, end - one.first + 1
        if before not in partner or after not in partner:
            continue
        first, last = other.first + partner[before] + 1, other.first + partner[after] - 1
        filler = _whole(other.reading, first, last)
        if filler is None or filler.concept is not None or not filler.is_free:
            continue
        if is_person(one.reading, end) or is_person(other.reading, filler.last):
            continue  # formulaic news says the same of several persons
        known = one.reading.filler(start, end)
        if known.text[:1].isupper() == filler.text[:1].isupper() or start == one.first:
            why = f"stands where another translation has “{known.text}”"
            yield Pair(Kind.PARALLEL, filler, known._replace(concept=mention.concept), "", why, needs_kin)


def _whole(reading: Reading, first: int, last: int) -> Filler | None:
    """The stretch as one name; None where it is empty, too long, or no single phrase."""
    if not 0 <= last - first < _MOST_WORDS or reading.words[last] in reading.language.function_words:
        return None
    if any(reading.gaps[at] not in ("", " ", "'") for at in range(first + 1, last + 1)):
        return None
    filler = reading.filler(first, last)
    if reading.words[filler.first] in reading.language.function_words:
        return None
    at = next((name for name in reading.names if name.first <= filler.first <= name.last), None)
    if at is not None and (at.first < filler.first or (at.last > filler.last)):
        return None  # a part of a longer name
    return filler


def _aligned(one: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Index in ``one`` -> index in ``other`` of the words that both have, in order."""
    from rapidfuzz.distance import LCSseq

    return {
        block.a + offset: block.b + offset
        for block in LCSseq.opcodes(one, other).as_matching_blocks()
        for offset in range(block.size)
    }
