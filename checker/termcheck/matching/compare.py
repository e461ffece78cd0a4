"""Comparing a stretch of text with a pattern: it is a misspelt form, an altered one, or something else."""

from collections.abc import Sequence

from termcheck.languages.language import Language
from termcheck.matching.altered import altered
from termcheck.matching.candidates import Candidate
from termcheck.matching.casing import case_fit
from termcheck.matching.guards import numbers_differ
from termcheck.matching.misspelt import misspelt
from termcheck.matching.patterns import Pattern
from termcheck.matching.stretch import Hit, Stretch
from termcheck.matching.text import Text
from termcheck.model import CaseFit, Standing


def compare(
    text: Text, language: Language, pattern: Pattern, standing: Standing, slots: Sequence[Hit], home: frozenset[str]
) -> Candidate | None:
    """The candidate that a stretch makes, or None.

    ``home`` holds the words for the source language's home country, which may be added or dropped.
    """
    stretch = Stretch(text, language, pattern, slots)
    if not stretch.is_connected() or not stretch.is_one_phrase() or _differing_numbers(stretch):
        return None
    edits = sum(slot.edits for slot in slots)
    change = misspelt(stretch, edits) if edits else altered(stretch, home, approved=standing is Standing.APPROVED)
    if change is None:
        return None
    before, after = text.gaps[stretch.first], text.gaps[stretch.last + 1]
    return Candidate(
        pattern=pattern,
        standing=standing,
        start=text.start_with(stretch.first, pattern.prefix if before.endswith(pattern.prefix) else ""),
        end=text.end_with(stretch.last, pattern.suffix if after.startswith(pattern.suffix) else ""),
        method=change.method,
        case=_case(stretch),
        rank=4,
        confidence=change.confidence,
        reason=change.reason,
        doubtful=change.doubtful,
    )


def _differing_numbers(stretch: Stretch) -> bool:
    """Whether the numbers differ; one that is misspelt counts as what is meant, if nothing else can be."""
    words = {at: stretch.text.words[at] for at in range(stretch.first, stretch.last + 1) if at not in stretch.continued}
    for slot in stretch.slots:
        number = stretch.language.number(stretch.pattern.words[slot.at]) if slot.edits else None
        if number is not None and number == stretch.language.misspelt_number(words[slot.place]):
            words[slot.place] = stretch.pattern.words[slot.at]
    return numbers_differ(stretch.language, words.values(), stretch.pattern.words)


def _case(stretch: Stretch) -> CaseFit:
    places = [slot.place for slot in stretch.slots]
    if len(places) != len(stretch.pattern.words):
        return CaseFit.SAME
    return case_fit(stretch.pattern, stretch.text, places)
