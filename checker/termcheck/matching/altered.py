"""Altered forms: a word dropped, added, shortened or moved, or other words in between."""

from collections.abc import Sequence

from termcheck.languages.language import Language
from termcheck.languages.tokens import is_spaceless
from termcheck.matching.guards import added_excludes, other_number
from termcheck.matching.misspelt import function_word_misspelt
from termcheck.matching.stretch import Change, Hit, Stretch
from termcheck.matching.word_order import is_moved, weight
from termcheck.model import Method

_ALTERED_CONFIDENCE = 0.85
_DOUBTFUL_CONFIDENCE = 0.6


def altered(stretch: Stretch, home: frozenset[str], *, approved: bool) -> Change | None:
    """A word dropped, added, shortened or moved; never two of these at once."""
    if any(is_spaceless(word[0]) for word in stretch.pattern.words):
        return None  # where characters are words, one more or less is no altered name but another phrase
    if stretch.extra and (change := function_word_misspelt(stretch)):
        return change
    if not stretch.is_capitalised_like():
        return None
    shortened = [slot for slot in stretch.slots if slot.shortened]
    kinds = (bool(stretch.extra), bool(stretch.missing), bool(shortened), not stretch.in_order)
    if sum(kinds) > 1:
        return None
    if stretch.extra:
        return _added(stretch, home, approved=approved)
    if stretch.missing:
        return _dropped(stretch, home)
    if not stretch.in_order:
        return _moved(stretch, approved=approved)
    if shortened:
        return _shortened(stretch, shortened)
    if approved and (change := _other_number(stretch)):
        return change
    return _relinked(stretch, approved=approved)


def _change(stretch: Stretch, what: str, *, doubtful: bool = False) -> Change:
    term = stretch.pattern.term
    return Change(
        Method.ALTERED,
        _DOUBTFUL_CONFIDENCE if doubtful else _ALTERED_CONFIDENCE,
        f"{what} against “{stretch.pattern.surface}” ({term.status} for {term.concept})",
        doubtful,
    )


def _added(stretch: Stretch, home: frozenset[str], *, approved: bool) -> Change | None:
    pattern = stretch.pattern
    if len(stretch.extra) > 1 or weight(stretch) < 3 or stretch.linkers != stretch.pattern_linkers:
        return None
    word = stretch.text.words[stretch.extra[0]]
    if added_excludes(stretch.language, word, pattern.words, home):
        return None
    shown = stretch.text.shape(stretch.extra[0])
    # A word more in an approved name may make the name of another body.
    doubtful = not pattern.is_name or (approved and word not in home and stretch.language.is_word(word))
    return _change(stretch, f"“{shown}” is added", doubtful=doubtful)


def _dropped(stretch: Stretch, home: frozenset[str]) -> Change | None:
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
    if sum(map(len, stretch.linkers), 0) > sum(map(len, stretch.pattern_linkers), 0):
        return None
    return _change(stretch, f"“{pattern.shapes[at]}” is dropped", doubtful=not stretch.is_name)


def _has_modifier_before(stretch: Stretch) -> bool:
    """Whether another word stands in the place of a dropped first word."""
    before = stretch.first - 1
    return (
        before >= 0
        and stretch.text.gaps[stretch.first] == " "
        and stretch.text.words[before] not in stretch.language.function_words
    )


def _other_number(stretch: Stretch) -> Change | None:
    """A word inside a name that is plural there and singular in the term, or the other way round."""
    pattern = stretch.pattern
    are_other = stretch.linkers != stretch.pattern_linkers or any(slot.covers > 1 for slot in stretch.slots)
    if are_other or not stretch.is_name:
        return None
    words = list(pattern.words)
    for slot in stretch.slots:
        words[slot.at] = stretch.text.words[slot.place]
    shown = [f"“{words[at]}” stands for “{pattern.words[at]}”" for at in other_number(pattern, words, stretch.language)]
    return _change(stretch, ", ".join(shown)) if shown else None


def _shortened(stretch: Stretch, shortened: Sequence[Hit]) -> Change | None:
    pattern, language = stretch.pattern, stretch.language
    if len(pattern.content) < (2 if pattern.is_name else 3) or stretch.linkers != stretch.pattern_linkers:
        return None
    for slot in shortened:
        dotted = stretch.text.gaps[slot.last + 1].startswith(".")
        word = "".join(stretch.text.words[slot.place : slot.last + 1])
        if not language.shortens(word, pattern.words[slot.at], dotted=dotted or slot.last > slot.place):
            return None
    shown = ", ".join(f"“{stretch.text.shape(slot.place)}”" for slot in shortened)
    return _change(stretch, f"{shown} is shortened")


def _relinked(stretch: Stretch, *, approved: bool) -> Change | None:
    """The same content words in the same order, other words between them."""
    pattern = stretch.pattern
    ours, theirs = stretch.linkers, stretch.pattern_linkers
    if ours == theirs:
        return _article_only(stretch, approved=approved)
    swapped = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    if len(swapped) > 1:
        return None
    (one, other) = swapped[0]
    if stretch.is_name and len(pattern.content) > 2 and abs(len(one) - len(other)) == 1:
        return _link_lost(stretch, one, other)
    if not _is_swap(one, other):
        return None
    ampersand = {*one, *other} == {"&", "and"}
    return _change(
        stretch,
        f"“{' '.join(one)}” stands for “{' '.join(other)}”",
        doubtful=not ampersand and not stretch.is_name,
    )


def _article_only(stretch: Stretch, *, approved: bool) -> Change | None:
    """Only articles or a possessive differ: near enough to an approved form to be no more than a remark."""
    if approved and not stretch.is_name:
        return None
    return _change(stretch, "an article or a possessive is added or dropped", doubtful=approved)


def _link_lost(stretch: Stretch, ours: Sequence[str], theirs: Sequence[str]) -> Change | None:
    """A preposition or conjunction dropped or written twice in a name."""
    if not ours:
        return _change(stretch, f"“{theirs[0]}” is dropped")
    return _change(stretch, f"“{ours[0]}” is written twice") if len(set(ours)) == 1 == len(theirs) else None


def _is_swap(one: Sequence[str], other: Sequence[str]) -> bool:
    if len(one) != 1 or len(other) != 1:
        return False
    pair = {*one, *other}
    return pair == {"&", "and"} or not pair & {"and", "or", "&"}


def _moved(stretch: Stretch, *, approved: bool) -> Change | None:
    if not is_moved(stretch):
        return None
    # “treatment of X” is plain English for an approved “X treatment”, and for a name it is another name.
    doubtful = approved and (not stretch.is_name or _goes_on_before(stretch))
    return _change(stretch, "the words are in another order", doubtful=doubtful)


def _goes_on_before(stretch: Stretch) -> bool:
    """Whether a name begins before the stretch: Permanent Court of International Justice."""
    text, first = stretch.text, stretch.first
    if not _has_modifier_before(stretch) or text.in_title_case(first) or text.starts_sentence(first - 1):
        return False
    shape = text.shape(first - 1)
    return shape[:1].isupper() and not shape.isupper() and stretch.language.is_word(text.words[first - 1])


def _head(language: Language, words: Sequence[str]) -> int:
    """Position of the head of a noun phrase: the last word before the first preposition."""
    for place, word in enumerate(words):
        if place and word in language.function_words and word not in language.articles | {"and", "or", "s"}:
            return place - 1
    return len(words) - 1
