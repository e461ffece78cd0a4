"""Whether a target has a term after all, in a form that is no mention by itself.

What a text is about must be certain before so little is taken for a term: here its source names the concept. Nothing
of this makes a mention; it keeps translators from being told that a term is missing which they can see.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from termcheck.languages.conjunctions import joins
from termcheck.languages.language import Language
from termcheck.languages.tokens import is_katakana, is_spaceless
from termcheck.matching.parts import Word, in_compound, in_longer_word, in_row, is_alike, words_of
from termcheck.model import BLOCK_BREAK, Span, Term, Tier

_MOST_JOINED = 4
"""Words that a coordination may put between two words of a term."""
_MOST_LINKS = 2
"""Articles and prepositions that may stand where the term has none."""
_DROPPED = frozenset("的之")
"""Chinese particles that may stand between the parts of a name or not: 有效的治疗, 有效治疗."""
_ENDS = frozenset(".!?…。！？؟।;" + BLOCK_BREAK)

_Keys = Sequence[frozenset[str]]


class Presence(NamedTuple):
    """What of a text is the term."""

    span: Span
    is_sure: bool
    """Otherwise it may be another word of the same stem."""
    term: Term


class Target:
    """A text whose source names a concept that it has no mention of; what is read of it is read once."""

    def __init__(self, text: str, language: Language) -> None:
        """Read nothing yet."""
        self.text = text
        self.language = language

    def find(self, terms: Sequence[Term]) -> Presence | None:
        """What stands for one of the terms; what is sure before what is not."""
        likely = None
        for term in terms:
            if term.tier is Tier.EXACT or term.not_when or (term.case_sensitive and term.text not in self.text):
                continue
            for span, is_sure in _in(self, term):
                if is_sure:
                    return Presence(span, is_sure, term)
                likely = likely or Presence(span, is_sure, term)
        return likely

    @cached_property
    def words(self) -> list[Word]:
        """The words of the text."""
        return words_of(self.text, self.language)

    @cached_property
    def inflected(self) -> _Keys:
        """Keys of each word by its endings and its number."""
        return [frozenset(self.language.inflections(one.word)) | _number(one) for one in self.words]

    @cached_property
    def kin(self) -> _Keys:
        """What each word shares with others of its root."""
        return [frozenset(self.language.kin(one.word)) for one in self.words]

    @cached_property
    def has_numbers(self) -> bool:
        """Whether there are numbers in digits of another script."""
        return any(map(_number, self.words))


def _number(one: Word) -> frozenset[str]:
    """A number in the digits of another script as it is in ours: ٢٤٢ is 242."""
    if one.word.isdecimal() and not one.word.isascii():
        return frozenset(("".join(str(unicodedata.digit(char)) for char in one.word),))
    return frozenset()


def _in(target: Target, term: Term) -> Iterator[tuple[Span, bool]]:
    """Where a term may be, and whether it is sure."""
    language = target.language
    if any(map(is_spaceless, term.text)):
        yield from _as_characters(target.text, term.text)
        return
    wanted = words_of(term.text, language)
    if not wanted:
        return
    if len(wanted) > 1 or target.has_numbers:  # one word by itself would be a mention
        endings = [frozenset(language.term_inflections(one.word, verb=True)) | _number(one) for one in wanted]
        yield from _in_order(target, target.inflected, endings)
    yield from in_row(target.text, target.words, wanted, language)
    yield from in_compound(target.words, wanted, language)
    yield from _by_dictionary(target, wanted)
    kin = [frozenset(language.kin(one.word)) for one in wanted]
    if all(kin):
        yield from ((span, False) for span, _ in _in_order(target, target.kin, kin))
    yield from in_longer_word(target.words, wanted, language)


def _by_dictionary(target: Target, wanted: Sequence[Word]) -> Iterator[tuple[Span, bool]]:
    """Forms that only a dictionary knows; it takes long to load, so it is asked about words that are alike only."""
    language = target.language
    alike = [any(is_alike(one.word, other.word, language) for other in wanted) for one in target.words]
    if not any(alike):
        return
    ours = [
        frozenset((one.folded, *language.lemmas(one.folded))) if like else frozenset((one.folded,))
        for one, like in zip(target.words, alike, strict=True)
    ]
    theirs = [frozenset((one.folded, one.word, *language.lemmas(one.folded))) for one in wanted]
    yield from _in_order(target, ours, theirs)


# ----------------------------------------------------------------------------------------------------- characters


def _as_characters(text: str, term: str) -> Iterator[tuple[Span, bool]]:
    """A term letter by letter, be it a part of other words: 肺 in 肺部. Never sure."""
    places = [place for place, char in enumerate(text) if char not in _DROPPED and not char.isspace()]
    letters = "".join(text[place] for place in places)
    bare = "".join(char for char in term if char not in _DROPPED and not char.isspace())
    at = letters.find(bare) if bare else -1
    if at < 0:
        return
    start, end = places[at], places[at + len(bare) - 1] + 1
    if not (_is_inside_katakana(text, start) or _is_inside_katakana(text, end)):
        yield Span(start, end), False


def _is_inside_katakana(text: str, at: int) -> bool:
    return 0 < at < len(text) and is_katakana(text[at - 1]) and is_katakana(text[at])


# ---------------------------------------------------------------------------------------------------------- words


def _in_order(target: Target, ours: _Keys, theirs: _Keys) -> Iterator[tuple[Span, bool]]:
    """Stretches with all words of a term in its order.

    Sure where nothing else stands between them but words that share one of them; not sure where articles and
    prepositions are added.
    """
    yield from ((span, True) for span in _stretches(target, ours, theirs, links=False))
    if len(theirs) > 1:
        yield from ((span, False) for span in _stretches(target, ours, theirs, links=True))


def _stretches(target: Target, ours: _Keys, theirs: _Keys, *, links: bool) -> Iterator[Span]:
    words = target.words
    for first, keys in enumerate(ours):
        if keys.isdisjoint(theirs[0]):
            continue
        last = first
        for wanted in theirs[1:]:
            following = _next(target, ours, last, wanted, links=links)
            if following is None:
                break
            last = following
        else:
            yield Span(words[first].start, words[last].end)


def _next(target: Target, ours: _Keys, last: int, wanted: frozenset[str], *, links: bool) -> int | None:
    """The number of the next word of a term behind the last one."""
    words, language = target.words, target.language
    for at in range(last + 1, min(last + 2 + _MOST_JOINED, len(words))):
        if not _ENDS.isdisjoint(words[at].gap):
            return None
        if ours[at].isdisjoint(wanted):
            continue
        between = words[last + 1 : at]
        if not between or joins([one.folded for one in between], words[at].word, language):
            return at
        if links and len(between) <= _MOST_LINKS and all(one.word in language.function_words for one in between):
            return at
    return None
