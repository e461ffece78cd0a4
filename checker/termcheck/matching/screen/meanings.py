"""What a word of a text may mean to the screen: the words of the tables it may stand for, and patterns by itself."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple, Protocol

from termcheck.languages.affixes import LONGEST_WORD
from termcheck.languages.folding import plain_letters
from termcheck.languages.language import Language
from termcheck.matching.near import allowed_in_word, is_indic, is_wide, word_distance
from termcheck.matching.relations import MOST_SLACK
from termcheck.matching.screen.near_words import letter_bits
from termcheck.matching.screen.tables import CONTENT, Tables
from termcheck.matching.word_keys import WordKeys

_MOST_KNOWN = 25_000
"""Words that are kept, with a full stop and without."""
_MOST_NEAR = 5_000
"""Words of which is kept what they are near to: what they mean is kept besides."""
_FEW = 500
"""Words for which all beginnings are not worth collecting."""
_BEGINNING = 4
"""Letters of a beginning."""
_FEW_MEASURED = 1500
"""Words that are measured before rapidfuzz is loaded, which takes longer than all of them."""
_WORTH_IT = 4
"""Words from which on a look at all of them at once pays."""
_MOST_EDITS = 3
"""The distance of two stems that count as two edits apart: see ``swapped_around``."""
_LAST_SIMPLE = "\u08ff"
"""Behind it, a vowel sign may make a misspelling of what is a word."""


class Meaning(NamedTuple):
    """What a word may stand for."""

    ids: tuple[int, ...] = ()
    """Ids of words of patterns."""
    singles: tuple[int, ...] = ()
    """Numbers of patterns that may stand where the word does."""
    is_joined: bool = False
    """Whether it is two neighbouring words of a pattern as one."""


NOTHING = Meaning()


class Seen(NamedTuple):
    """What is known of a word that stood in texts which were screened together."""

    near: Sequence[int] | None
    """The words that it may be misspelt for, as ``NearWords`` finds them."""
    ids: Sequence[int]
    singles: Sequence[int]
    is_joined: bool
    is_all: bool
    """Whether that is all that it means, a full stop behind it or none."""


class Elsewhere(Protocol):
    """What was made for screening many texts together, and serves for each of them as well."""

    def seen(self, word: str) -> Seen | None:
        """What is known of a word, if it was met."""
        ...

    def holding(self, word: str) -> Sequence[int]:
        """Ids of longer content words with the same initial that have all letters of a word."""
        ...


class Meanings:
    """The meanings of words of texts in one language, kept across articles."""

    def __init__(self, tables: Tables, language: Language, keys: WordKeys) -> None:
        """Take what words are looked up in."""
        self._tables = tables
        self._language = language
        self._keys = keys
        self.slack = min(MOST_SLACK, language.longest_ending)
        """Letters at the end by which misspelt words may differ besides."""
        self.dotted: dict[str, Meaning] = {}
        """The meanings of words after which a full stop may follow, as far as ``of`` was asked."""
        self._plain: dict[str, Meaning] = {}
        self._listed: dict[str, bool] = {}
        self._nearest: dict[str, Sequence[int]] = {}
        """What ``_near`` found by itself: a word is asked for with and without a full stop."""
        self._asked = 0
        self._beginnings: frozenset[str] | None = None
        """First letters of all content words, once that pays."""
        self._targets: dict[int, tuple[str, int | None]] = {}
        self._measured = 0
        """Words of which was asked whether another one is near."""
        self.elsewhere: Elsewhere | None = None
        """What is known of texts that were screened together."""

    def of(self, word: str, *, dotted: bool) -> Meaning:
        """The meaning of a word; ``dotted``: a full stop or an apostrophe may make it a shortened one."""
        kept = self.dotted if dotted else self._plain
        known = kept.get(word)
        if known is None:
            known = self._find_out(word, dotted=dotted)
            if len(word) <= LONGEST_WORD:
                if len(kept) >= _MOST_KNOWN:
                    kept.clear()
                kept[word] = known
        return known

    def _find_out(self, word: str, *, dotted: bool) -> Meaning:
        seen = self.elsewhere.seen(word) if self.elsewhere else None
        if seen is None or not seen.is_all:
            return self.work_out(word, seen and seen.near, dotted=dotted)
        if not (seen.ids or seen.is_joined):
            return NOTHING
        return self._meaning(seen.ids, seen.singles, is_joined=seen.is_joined)

    def is_listed(self, word: str) -> bool:
        """Whether it is one of the words that are looked for; kept for two tokens as one, which are asked for often."""
        known = self._listed.get(word)
        if known is None:
            known = word in self._tables.words
            if len(self._listed) >= _MOST_KNOWN:
                self._listed.clear()
            self._listed[word] = known
        return known

    def of_contraction(self, word: str) -> Meaning:
        """The meaning of two tokens with an apostrophe between them, taken for one shortened word."""
        return self._meaning(self._shortened(word, dotted=True))

    def of_split(self, word: str) -> Meaning:
        """The meaning of two tokens that may be one word written as two."""
        one = self._tables.words.find(word)
        if one < 0 or not self._tables.kinds[one] & CONTENT:
            return NOTHING
        return self._meaning((one,), self._tables.singles[one])

    def work_out(self, word: str, measured: Sequence[int] | None, *, dotted: bool) -> Meaning:
        """The same without a look at what is kept; ``measured``: what ``NearBatch`` found, where it was asked."""
        tables, language = self._tables, self._language
        listed = tables.keys
        same = dict.fromkeys([one for key in self._keys.of_text(word) for one in listed.get(key)])
        near: list[int] = []
        short: list[int] = []
        if word not in language.function_words:
            found = self._near(word, measured)
            near = [one for one in (*found, *self._without_accents(word)) if one not in same]
            short = [one for one in self._shortened(word, dotted=dotted) if one not in same]
        joined = tables.joined.get(word)
        if not (same or near or short or len(joined)):
            return NOTHING
        singles = [*joined, *(number for one in same for number in tables.singles[one])]
        # A term of one word is never shortened: too many words begin alike.
        singles += [number for one in short for number in tables.singles[one] if tables.sizes[number] > 1]
        same.update(dict.fromkeys(short))
        if near:
            singles += [number for one in self._typos(word, near) for number in tables.singles[one]]
            same.update(dict.fromkeys(near))
        return self._meaning(same, singles, is_joined=len(joined) > 0)

    def _meaning(self, ids: Iterable[int], singles: Sequence[int] = (), *, is_joined: bool = False) -> Meaning:
        return Meaning(tuple(ids), tuple(dict.fromkeys(singles)), is_joined)

    def _typos(self, word: str, near: Sequence[int]) -> Sequence[int]:
        """Of the words that a word is near to, those that it may be a misspelling of where they are the whole term.

        A word of the language is no misspelling of another, unless only accents or spelling differ.
        """
        language, words = self._language, self._tables.words
        if not language.has_words or language.respells or word > _LAST_SIMPLE or not language.is_word(word):
            return near
        return [
            one
            for one in near
            if plain_letters(word) == plain_letters(words[one]) or language.is_spelling_variant(word, words[one])
        ]

    def _near(self, word: str, measured: Sequence[int] | None) -> Sequence[int]:
        """Ids of the words that may be meant by a misspelt one, as ``Relations`` has it."""
        language, slack = self._language, self.slack
        if measured is not None and not (measured and word in self._tables.content) and not language.bare_words(word):
            return self._within_bounds(word, measured, wide=False) if slack else measured
        if word in self._tables.content:
            return []
        known = self._nearest.get(word)
        if known is None:
            known = self._look_near(word)
            if len(self._nearest) >= _MOST_NEAR:
                self._nearest.clear()
            if len(word) <= LONGEST_WORD:
                self._nearest[word] = known
        return known

    def _look_near(self, word: str) -> list[int]:
        language, slack = self._language, self.slack
        wide = is_wide(language, word)
        found = dict.fromkeys(
            one
            for written in (word, *language.bare_words(word))
            for one in self._tables.near.find(written, slack, is_wide=wide)
        )
        return self._within_bounds(word, found, wide=wide)

    def _within_bounds(self, word: str, ids: Iterable[int], *, wide: bool) -> list[int]:
        """Those that are measured to be near enough: of words that only begin alike there may be hundreds."""
        language = self._language
        targets: Sequence[tuple[int, str, int | None]] = [(one, *self._target(one)) for one in ids]
        self._measured += len(targets)
        if self._measured > _FEW_MEASURED and self.slack and not is_indic(word):
            targets = self._perhaps_near(word, targets)
        limits = [(one, target, allowed_in_word(target, is_wide=wide)) for one, target, _ in targets]
        return [one for one, target, limit in limits if word_distance(word, target, limit, language) <= limit]

    def _target(self, one: int) -> tuple[str, int | None]:
        """A word of the tables, and how many letters at its end may be an ending."""
        known = self._targets.get(one)
        if known is None:
            word = self._tables.words[one]
            if len(self._targets) >= _MOST_KNOWN:
                self._targets.clear()
            known = self._targets[one] = word, self._language.left_out(word)
        return known

    def _perhaps_near(
        self, word: str, targets: Sequence[tuple[int, str, int | None]]
    ) -> Sequence[tuple[int, str, int | None]]:
        """Those that can be near a word, by a bound that costs less: endings can change no more letters than they have.

        Stems are at most ``_MOST_EDITS`` apart.
        """
        own = self._language.left_out(word)
        ends = [end for _, _, end in targets if end is not None]
        if own is None or len(ends) < len(targets) or len(ends) < _WORTH_IT:
            return targets
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        most = _MOST_EDITS + max(own, *ends)
        written = [target for _, target, _ in targets]
        scored = extract(word, written, scorer=OSA.distance, score_cutoff=most, limit=None)
        near = sorted(at for _, edits, at in scored if edits <= _MOST_EDITS + max(own, ends[at]))
        return [targets[at] for at in near]

    def _without_accents(self, word: str) -> Sequence[int]:
        if not self._tables.plain:
            return []
        if self._language.writes_syllables and word not in self._tables.content:
            return self._tables.plain.get(plain_letters(word))
        return [one for key in self._keys.of_text(word) for one in self._tables.plain.get(key)]

    def _shortened(self, word: str, *, dotted: bool) -> list[int]:
        """Ids of the words that a word may shorten."""
        if len(word) > LONGEST_WORD:
            return []
        language, tables = self._language, self._tables
        if not language.may_shorten(word, dotted=dotted):
            return []
        listed = language.full_forms(word)
        found = [one for one in map(tables.words.find, listed) if one >= 0]
        if not listed:
            found = self._holding(word) if dotted else self._beginning_with(word)
        longer = len(word) + 1
        full = ((one, tables.words[one]) for one in found)
        return [one for one, target in full if len(target) > longer and language.shortens(word, target, dotted=dotted)]

    def _beginning_with(self, word: str) -> list[int]:
        """Ids of the content words of fuzzy patterns that begin with ``word``."""
        if not self._may_begin(word):
            return []
        ids, word_of = self._tables.initials.get(word[:1]), self._tables.words.__getitem__
        at = bisect_left(ids, word, key=word_of)
        return list(takewhile(lambda one: word_of(one).startswith(word), ids[at:]))

    def _may_begin(self, word: str) -> bool:
        """Whether a content word may begin with ``word``, as far as its first letters tell, once many were asked."""
        self._asked += 1
        if self._asked > _FEW and self._beginnings is None:
            ids = (one for _, found in self._tables.initials for one in found)
            self._beginnings = frozenset(self._tables.words[one][:_BEGINNING] for one in ids)
        return self._beginnings is None or len(word) < _BEGINNING or word[:_BEGINNING] in self._beginnings

    def _holding(self, word: str) -> list[int]:
        """Ids of those that begin with the same letter, and have all of its letters in their order, and more."""
        if self.elsewhere is None:
            ids, letters, theirs = self._tables.initials.get(word[:1]), letter_bits(word), self._tables.near.letters
            found: Sequence[int] = [one for one in ids if not letters & ~theirs[one]]
        else:
            found = self.elsewhere.holding(word)
        return [one for one in found if _has_in_order(word, self._tables.words[one])]


def _has_in_order(letters: str, full: str) -> bool:
    rest = iter(full)
    return all(letter in rest for letter in letters)
