"""Comparing a stretch of text with a pattern: it is a misspelt form, an altered one, or something else."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from termcheck.languages.affixes import common_prefix
from termcheck.languages.language import Language
from termcheck.languages.tokens import is_spaceless
from termcheck.matching.candidates import Candidate
from termcheck.matching.casing import case_fit
from termcheck.matching.guards import added_excludes, numbers_differ, replaced_excludes
from termcheck.matching.index import strip_accents
from termcheck.matching.near import edit_distance
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import CaseFit, Method, Standing

_SHORTEST_TYPO = 4
"""Words of fewer letters are too often other words to count as misspelt."""
_ALTERED_CONFIDENCE = 0.85
_DOUBTFUL_CONFIDENCE = 0.6


class Slot(Struct, frozen=True, gc=False):
    """A token of a stretch and the content word of the pattern that it stands for (fields as in ``loose.Hit``)."""

    place: int
    last: int
    at: int
    covers: int
    edits: int
    shortened: bool
    inflected: bool


class Change(Struct, frozen=True, gc=False):
    """How a stretch differs from a pattern."""

    method: Method
    confidence: float
    reason: str
    doubtful: bool = False


class _Stretch:
    """A stretch of text laid beside a pattern."""

    def __init__(self, text: Text, language: Language, pattern: Pattern, slots: Sequence[Slot]) -> None:
        self.text = text
        self.language = language
        self.pattern = pattern
        self.slots = slots
        self.first = slots[0].place
        self.last = slots[-1].last
        taken = {place for slot in slots for place in range(slot.place, slot.last + 1)}
        rest = [place for place in range(self.first, self.last + 1) if place not in taken]
        self.extra = [place for place in rest if not self._is_function(place)]
        covered = {at for slot in slots for at in range(slot.at, slot.at + slot.covers)}
        self.missing = [at for at in pattern.content if at not in covered]
        self.continued = {slot.last for slot in slots if slot.last > slot.place}
        self.order = [slot.at for slot in slots]
        self.in_order = self.order == sorted(self.order)

    def _is_function(self, place: int) -> bool:
        word = self.text.words[place]
        if word in self.language.function_words:
            return True
        return any(strip_accents(own) == word for own in self.pattern.words if not own.isascii())

    @property
    def words(self) -> list[str]:
        """All words of the stretch."""
        return self.text.words[self.first : self.last + 1]

    def is_connected(self) -> bool:
        """Whether nothing but spaces, hyphens, possessives, ampersands and the pattern's own marks stands between."""
        own = set(self.pattern.gaps)
        for place in range(self.first + 1, self.last + 1):
            gap = self.text.gaps[place]
            if gap in {" ", "&", ""} or gap in own or (gap == "'" and self.text.words[place] == "s"):
                continue
            if place in self.continued:
                continue
            if gap == "." and any(slot.last == place - 1 and slot.shortened for slot in self.slots):
                continue
            return False
        return True

    def linkers(self) -> list[list[str]]:
        """Function words (& among them) after each slot but the last, articles and possessives left out."""
        found = []
        for slot, following in pairwise(self.slots):
            between = []
            for place in range(slot.last + 1, following.place + 1):
                if self.text.gaps[place] == "&":
                    between.append("&")
                if place < following.place and self._links(place):
                    between.append(self.language.plain_link(self.text.words[place]))
            found.append(between)
        return found

    def _links(self, place: int) -> bool:
        word = self.text.words[place]
        return self._is_function(place) and word not in self.language.articles and word != "s"

    def pattern_linkers(self) -> list[list[str]]:
        """The same for the pattern, between its content words in their order."""
        found = []
        content = [at for at in self.pattern.content if at not in self._swallowed()]
        for at, following in pairwise(content):
            between = []
            for inner in range(at + 1, following + 1):
                if self.pattern.gaps[inner - 1] == "&":
                    between.append("&")
                word = self.pattern.words[inner]
                if inner in self._swallowed():
                    continue
                if inner < following and word not in self.language.articles and word != "s":
                    between.append(self.language.plain_link(word))
            found.append(between)
        return found

    def _swallowed(self) -> set[int]:
        return {slot.at + 1 for slot in self.slots if slot.covers == 2}

    def is_capitalised_like(self) -> bool:
        """Whether a name is written as a name: each content word with a capital."""
        if not self.pattern.is_name:
            return True
        places = [slot.place for slot in self.slots] + self.extra
        return all(not self.text.shape(place)[:1].islower() or self.text.follows_hyphen(place) for place in places)

    @property
    def shown(self) -> str:
        return " ".join(self.text.raw(self.first, self.last).split())


def compare(
    text: Text, language: Language, pattern: Pattern, standing: Standing, slots: Sequence[Slot], home: frozenset[str]
) -> Candidate | None:
    """The candidate that a stretch makes, or None.

    ``home`` holds the words for the source language's home country, which may be added or dropped.
    """
    stretch = _Stretch(text, language, pattern, slots)
    if not stretch.is_connected() or _differing_numbers(stretch):
        return None
    edits = sum(slot.edits for slot in slots)
    change = _misspelt(stretch, edits) if edits else _altered(stretch, home, approved=standing is Standing.APPROVED)
    if change is None:
        return None
    return Candidate(
        pattern=pattern,
        standing=standing,
        start=text.starts[stretch.first] - _length_before(stretch),
        end=text.ends[stretch.last] + _length_after(stretch),
        method=change.method,
        case=_case(stretch),
        rank=4,
        confidence=change.confidence,
        reason=change.reason,
        doubtful=change.doubtful,
    )


def _length_before(stretch: _Stretch) -> int:
    """Length of the pattern's leading symbols, where the text has them, too."""
    prefix = stretch.pattern.prefix
    return len(prefix) if prefix and stretch.text.gaps[stretch.first].endswith(prefix) else 0


def _length_after(stretch: _Stretch) -> int:
    suffix = stretch.pattern.suffix
    return len(suffix) if suffix and stretch.text.gaps[stretch.last + 1].startswith(suffix) else 0


def _differing_numbers(stretch: _Stretch) -> bool:
    words = [stretch.text.words[at] for at in range(stretch.first, stretch.last + 1) if at not in stretch.continued]
    return numbers_differ(stretch.language, words, stretch.pattern.words)


def _case(stretch: _Stretch) -> CaseFit:
    places = [slot.place for slot in stretch.slots]
    if len(places) != len(stretch.pattern.words):
        return CaseFit.SAME
    return case_fit(stretch.pattern, stretch.text, places)


# ------------------------------------------------------------------------------------------------- misspelt


def _misspelt(stretch: _Stretch, edits: int) -> Change | None:
    """A near miss in letters: the same words in the same order, some with edits, within the pattern's bounds."""
    pattern = stretch.pattern
    if edits > pattern.edits or stretch.extra or stretch.missing or not stretch.in_order:
        return None
    if any(slot.shortened for slot in stretch.slots) or stretch.linkers() != stretch.pattern_linkers():
        return None
    verdicts = [_judge_typo(stretch, slot) for slot in stretch.slots if slot.edits]
    if None in verdicts:
        return None
    doubtful = any(verdicts)
    letters = f"{edits} letter{'s differ' if edits > 1 else ' differs'}"
    return Change(
        Method.NEAR,
        _DOUBTFUL_CONFIDENCE if doubtful else round(1 - edits / max(pattern.letters, 1), 3),
        f"{letters} from “{pattern.surface}” ({pattern.term.status} for {pattern.term.concept})",
        doubtful,
    )


def _judge_typo(stretch: _Stretch, slot: Slot) -> bool | None:
    """None where the word is another word, True where it may be one, False for a plain misspelling."""
    language, pattern = stretch.language, stretch.pattern
    if slot.last > slot.place and slot.edits:
        return _judge_split(stretch, slot)
    word, wanted = stretch.text.words[slot.place], pattern.words[slot.at]
    if slot.covers == 2 or strip_accents(word) == strip_accents(wanted):
        return False
    if min(len(word), len(wanted)) < _SHORTEST_TYPO or replaced_excludes(language, word, wanted):
        return None
    if language.is_spelling_variant(word, wanted):
        return False
    if language.has_endings and (_differs_at_end(word, wanted) or language.attaches(word, wanted)):
        return None
    if not language.is_word(word) and not language.is_derived_alike(word, wanted):
        return False
    return True if len(pattern.words) > 1 else None


def _judge_split(stretch: _Stretch, slot: Slot) -> bool | None:
    """One word written as two: doubtful where both are words, nothing where they make a phrasal verb."""
    first, second = stretch.text.words[slot.place], stretch.text.words[slot.last]
    grammar = stretch.language.particles | stretch.language.function_words
    if first in grammar or second in grammar:
        return None
    both_are_words = stretch.language.is_word(first) and stretch.language.is_word(second)
    return both_are_words and len(stretch.pattern.content) == 1


def _differs_at_end(word: str, wanted: str) -> bool:
    """Whether the two end differently and only there, as they do in a form that the stemmer does not know."""
    if sorted(word) == sorted(wanted) or "\uac00" <= word[-1] <= "\ud7a3":
        return len(word) > len(wanted) and word.startswith(wanted)  # letters swapped; Korean only adds particles
    return word[-1] != wanted[-1] and max(len(word), len(wanted)) - common_prefix(word, wanted) <= 3


# -------------------------------------------------------------------------------------------------- altered


def _altered(stretch: _Stretch, home: frozenset[str], *, approved: bool) -> Change | None:
    """A word dropped, added, shortened or moved; never two of these at once."""
    if any(is_spaceless(word[0]) for word in stretch.pattern.words):
        return None  # where characters are words, one more or less is no altered name but another phrase
    if stretch.extra and (change := _function_word_misspelt(stretch)):
        return change
    if not stretch.is_capitalised_like():
        return None
    shortened = [slot for slot in stretch.slots if slot.shortened]
    kinds = (bool(stretch.extra), bool(stretch.missing), bool(shortened), not stretch.in_order)
    if sum(kinds) > 1:
        return None
    if stretch.extra:
        return _added(stretch, home)
    if stretch.missing:
        return _dropped(stretch, home)
    if not stretch.in_order:
        return _moved(stretch, approved=approved)
    if shortened:
        return _shortened(stretch, shortened)
    return _relinked(stretch, approved=approved)


def _change(stretch: _Stretch, what: str, *, doubtful: bool = False) -> Change:
    term = stretch.pattern.term
    return Change(
        Method.ALTERED,
        _DOUBTFUL_CONFIDENCE if doubtful else _ALTERED_CONFIDENCE,
        f"{what} against “{stretch.pattern.surface}” ({term.status} for {term.concept})",
        doubtful,
    )


def _function_word_misspelt(stretch: _Stretch) -> Change | None:
    """One function word of the pattern with a wrong letter (fro, teh, adn)."""
    pattern = stretch.pattern
    if (
        len(stretch.extra) != 1
        or stretch.missing
        or not stretch.in_order
        or any(one.shortened for one in stretch.slots)
    ):
        return None
    word = stretch.text.words[stretch.extra[0]]
    ours, theirs = _flat(stretch.linkers()), _flat(stretch.pattern_linkers())
    lost = [own for own in pattern.words if own in stretch.language.function_words and own not in stretch.words]
    meant = [own for own in lost if edit_distance(word, own, 1) == 1]
    if not meant or len(theirs) - len(ours) > 1:
        return None
    term = pattern.term
    return Change(
        Method.NEAR,
        round(1 - 1 / pattern.letters, 3),
        f"“{word}” stands for “{meant[0]}” in “{pattern.surface}” ({term.status} for {term.concept})",
    )


def _flat(linkers: Sequence[Sequence[str]]) -> list[str]:
    return [word for between in linkers for word in between]


def _added(stretch: _Stretch, home: frozenset[str]) -> Change | None:
    pattern = stretch.pattern
    if len(stretch.extra) > 1 or _weight(stretch) < 3 or stretch.linkers() != stretch.pattern_linkers():
        return None
    word = stretch.text.words[stretch.extra[0]]
    if added_excludes(stretch.language, word, pattern.words, home):
        return None
    shown = stretch.text.shape(stretch.extra[0])
    return _change(stretch, f"“{shown}” is added", doubtful=not pattern.is_name)


def _dropped(stretch: _Stretch, home: frozenset[str]) -> Change | None:
    pattern = stretch.pattern
    if len(stretch.missing) > 1 or len([at for at in pattern.content if pattern.words[at] not in home]) < 4:
        return None
    at = stretch.missing[0]
    if at == _head(stretch.language, pattern.words) or at == pattern.content[-1]:
        return None
    if at == pattern.content[0] and _has_modifier_before(stretch):
        return None
    kept = [word for place, word in enumerate(pattern.words) if place != at]
    if added_excludes(stretch.language, pattern.words[at], kept, home):
        return None
    if sum(map(len, stretch.linkers()), 0) > sum(map(len, stretch.pattern_linkers()), 0):
        return None
    return _change(stretch, f"“{pattern.shapes[at]}” is dropped", doubtful=not pattern.is_name)


def _has_modifier_before(stretch: _Stretch) -> bool:
    """Whether another word stands in the place of a dropped first word."""
    before = stretch.first - 1
    return (
        before >= 0
        and stretch.text.gaps[stretch.first] == " "
        and stretch.text.words[before] not in stretch.language.function_words
    )


def _shortened(stretch: _Stretch, shortened: Sequence[Slot]) -> Change | None:
    pattern, language = stretch.pattern, stretch.language
    if len(pattern.content) < (2 if pattern.is_name else 3) or stretch.linkers() != stretch.pattern_linkers():
        return None
    for slot in shortened:
        dotted = stretch.text.gaps[slot.last + 1].startswith(".")
        word = "".join(stretch.text.words[slot.place : slot.last + 1])
        if not language.shortens(word, pattern.words[slot.at], dotted=dotted or slot.last > slot.place):
            return None
    shown = ", ".join(f"“{stretch.text.shape(slot.place)}”" for slot in shortened)
    return _change(stretch, f"{shown} is shortened")


def _relinked(stretch: _Stretch, *, approved: bool) -> Change | None:
    """The same content words in the same order, other words between them."""
    pattern = stretch.pattern
    ours, theirs = stretch.linkers(), stretch.pattern_linkers()
    if ours == theirs:
        return _article_only(stretch, approved=approved)
    swapped = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    if len(swapped) > 1:
        return None
    (one, other) = swapped[0]
    if pattern.is_name and len(pattern.content) > 2 and abs(len(one) - len(other)) == 1:
        return _link_lost(stretch, one, other)
    if not _is_swap(one, other):
        return None
    ampersand = {*one, *other} == {"&", "and"}
    return _change(
        stretch,
        f"“{' '.join(one)}” stands for “{' '.join(other)}”",
        doubtful=not ampersand and not pattern.is_name,
    )


def _article_only(stretch: _Stretch, *, approved: bool) -> Change | None:
    """Only articles or a possessive differ: near enough to an approved form to be no more than a remark."""
    if approved and not stretch.pattern.is_name:
        return None
    return _change(stretch, "an article or a possessive is added or dropped", doubtful=approved)


def _link_lost(stretch: _Stretch, ours: Sequence[str], theirs: Sequence[str]) -> Change | None:
    """A preposition or conjunction dropped or written twice in a name."""
    if not ours:
        return _change(stretch, f"“{theirs[0]}” is dropped")
    return _change(stretch, f"“{ours[0]}” is written twice") if len(set(ours)) == 1 == len(theirs) else None


def _is_swap(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) != 1 or len(other) != 1:
        return False
    pair = {*one, *other}
    return pair == {"&", "and"} or not pair & {"and", "or", "&"}


def _moved(stretch: _Stretch, *, approved: bool) -> Change | None:
    """The same content words in another order with the same head: “X of Y” for “Y X”, or modifiers swapped."""
    pattern = stretch.pattern
    if _weight(stretch) < 3 or not stretch.language.moves_words or any(slot.covers != 1 for slot in stretch.slots):
        return None
    ours, theirs = _flat(stretch.linkers()), _flat(stretch.pattern_linkers())
    conjunctions = {"and", "or", "&"}
    if sorted(word for word in ours if word in conjunctions) != sorted(word for word in theirs if word in conjunctions):
        return None
    split = _split_at_preposition(stretch)
    inverted = _split_pattern(stretch)
    if split is not None and inverted is None:
        fits = _is_inversion(split, stretch.pattern.content)
    elif inverted is not None and split is None:
        fits = _is_premodified(stretch.order, *inverted)
    elif split is None and inverted is None:
        fits = stretch.order[-1] == pattern.content[-1] and not set(ours) - conjunctions
    else:
        fits = pattern.is_name and ours == theirs and _keeps_heads(split, inverted)
    fits = fits or _swaps_coordinated(stretch)
    # “treatment of X” is plain English for an approved “X treatment”, and for a name it is another name.
    doubtful = approved and not pattern.is_name
    return _change(stretch, "the words are in another order", doubtful=doubtful) if fits else None


def _weight(stretch: _Stretch) -> int:
    """Content words of the pattern that are no numbers."""
    return sum(stretch.language.number(stretch.pattern.words[at]) is None for at in stretch.pattern.content)


def _split_at_preposition(stretch: _Stretch) -> tuple[list[int], list[int]] | None:
    """Pattern positions before and after the only preposition of the stretch."""
    cuts = [
        number + 1
        for number, between in enumerate(stretch.linkers())
        if any(word not in {"and", "or", "&"} for word in between)
    ]
    if len(cuts) != 1:
        return None
    return stretch.order[: cuts[0]], stretch.order[cuts[0] :]


def _split_pattern(stretch: _Stretch) -> tuple[list[int], list[int]] | None:
    content = list(stretch.pattern.content)
    cuts = [
        number + 1
        for number, between in enumerate(stretch.pattern_linkers())
        if any(word not in {"and", "or", "&"} for word in between)
    ]
    if len(cuts) != 1:
        return None
    return content[: cuts[0]], content[cuts[0] :]


def _is_inversion(split: tuple[list[int], list[int]], content: Sequence[int]) -> bool:
    """Whether “A of B” inverts the pattern: A ends with its head, and both keep its order."""
    before, after = split
    return before[-1] == content[-1] and before == sorted(before) and after == sorted(after)


def _is_premodified(order: Sequence[int], before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether “A of B” became one noun phrase with the same head: National Statistics Bureau."""
    kept = [at for at in order if at in before], [at for at in order if at in after]
    return kept == (list(before), list(after)) and order[-1] == before[-1]


def _swaps_coordinated(stretch: _Stretch) -> bool:
    """Whether only two neighbours joined by a conjunction changed places."""
    content, order, linkers = stretch.pattern.content, stretch.order, stretch.linkers()
    moved = [place for place, (one, other) in enumerate(zip(order, content, strict=True)) if one != other]
    if len(moved) != 2 or moved[1] != moved[0] + 1 or linkers != stretch.pattern_linkers():
        return False
    return any(word in {"and", "or", "&"} for word in linkers[moved[0]])


def _keeps_heads(split: tuple[list[int], list[int]] | None, pattern: tuple[list[int], list[int]] | None) -> bool:
    """Whether a word moved to the other side of the preposition, with the last word of either side in its place."""
    if split is None or pattern is None:
        return False
    return split[0][-1] == pattern[0][-1] and split[1][-1] == pattern[1][-1]


def _head(language: Language, words: Sequence[str]) -> int:
    """Position of the head of a noun phrase: the last word before the first preposition."""
    for place, word in enumerate(words):
        if place and word in language.function_words and word not in language.articles | {"and", "or", "s"}:
            return place - 1
    return len(words) - 1


# ----------------------------------------------------------------------------------- scripts without spaces


def compare_characters(
    text: Text, language: Language, pattern: Pattern, standing: Standing, first: int, last: int
) -> Candidate | None:
    """The candidate that a stretch of characters makes, or None where a guard speaks against it."""
    found = text.words[first : last + 1]
    if numbers_differ(language, found, pattern.words):
        return None
    edits = 0
    for change in _opcodes(found, pattern.words):
        ours, theirs = found[change[1] : change[2]], pattern.words[change[3] : change[4]]
        if change[0] == "equal":
            continue
        edits += max(len(ours), len(theirs))
        if any(
            replaced_excludes(language, one, other) for one in ours or [""] for other in theirs or [""] if one and other
        ):
            return None
        if not (ours and theirs) and any(added_excludes(language, char, (), frozenset()) for char in (*ours, *theirs)):
            return None
    return Candidate(
        pattern=pattern,
        standing=standing,
        start=text.starts[first],
        end=text.ends[last],
        method=Method.NEAR,
        case=CaseFit.SAME,
        rank=4,
        confidence=round(1 - edits / pattern.letters, 3),
        reason=f"{edits} character{'s differ' if edits > 1 else ' differs'} from “{pattern.surface}” "
        f"({pattern.term.status} for {pattern.term.concept})",
    )


def _opcodes(found: Sequence[str], wanted: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Levenshtein.opcodes(found, wanted)]
