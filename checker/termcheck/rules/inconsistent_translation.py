"""One source text, or one source term, with several translations.

Purpose
    Readers take what is called by two names for two things; a text that is translated twice was paid for twice.

When it fires
    Over all bilingual files of a run, within and across them: segments with the same source text (and the same context,
    where the file has one) have different targets. One warning for each translation that is not the most frequent one,
    at its first place, with the counts; it is a hint where the source is a single word, which may mean several things.
    The same for a source term: a hint where it is rendered by several approved names of its concept, at the first
    mention of each but the most frequent one; it tells of all others, how often they are used, and where first.

What it does not flag
    Targets that differ in letter case, punctuation or spacing only; segments with different contexts; the forms of a
    plural; numbers; full forms beside abbreviations and short forms of one name. Segments that are left out by
    `missing-term` too: empty, untranslated, fuzzy ones.

How to configure or silence
    `rules = {inconsistent-translation = "off"}` in the configuration, also per path; a context in the file for texts
    that are to be translated differently; a decision for one finding.

For example
    Two segments of a German file.

    Flagged: Save the changes now. = Änderungen jetzt speichern. / Save the changes now. = Sichern Sie die Änderungen.
    Not flagged: Save the changes now. = Änderungen jetzt speichern. / Save now. = Jetzt speichern.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from termcheck.findings import at_use, quoted, related_to
from termcheck.languages.tokens import is_spaceless
from termcheck.model import Corpus, CorpusRule, Finding, FreeUse, SegmentKey, SegmentUse, Severity
from termcheck.variants import competing, times

_ID = "inconsistent-translation"
_SEPARATOR = "\x04"
_LONGEST = 60
_MOST_NAMED = 5
"""Other names of a term in one message."""


def _find(corpus: Corpus) -> Iterable[Finding]:
    several = list(_several(corpus.by_source()))
    known = corpus.segments([place for places in several for place in places])
    for places in several:
        yield from _of_source([(known[place], count) for place, count in places.items()])
    for _, uses in groupby(corpus.paired, lambda use: (use.concept, use.lang, use.rendering.partition(_SEPARATOR)[0])):
        different = sorted(competing(list(uses)), key=lambda use: (-use.count, use.at.file, use.at.start))
        if different:
            yield from _of_term(different)


def _several(keys: Iterable[SegmentKey]) -> Iterator[dict[tuple[str, int], int]]:
    """Of each source with several translations, the first place of each translation, and how often that is used."""
    for _, segments in groupby(keys, lambda one: one.shared):
        first: dict[bytes, tuple[str, int]] = {}
        counts: dict[bytes, int] = {}
        for one in segments:
            first.setdefault(one.other, (one.file, one.start))
            counts[one.other] = counts.get(one.other, 0) + 1
        if len(first) > 1:
            yield {place: counts[translation] for translation, place in first.items()}


def _of_source(translations: Sequence[tuple[SegmentUse, int]]) -> Iterable[Finding]:
    """A finding for each translation of a source but the most frequent one; with how often each is used."""
    (main, most), *others = sorted(translations, key=lambda one: -one[1])
    for one, _ in others:
        severity = Severity.HINT if _is_word(one.shown) else Severity.WARNING
        message = (
            f"{quoted(one.shown)} is {quoted(_cut(one.text))} here, but {quoted(_cut(main.text))} "
            f"{_elsewhere(one, main, most)}"
        )
        yield at_use(_ID, severity, one, message, (main,))


def _elsewhere(one: SegmentUse, main: SegmentUse, count: int) -> str:
    if count > 1:
        return f"{times(count)} elsewhere"
    return f"in segment {main.segment}" if one.file == main.file else f"in {main.file}"


def _is_word(source: str) -> bool:
    """Whether a source is a single word, or as short as one in scripts without spaces."""
    if any(map(is_spaceless, source)):
        return len(source) < 4
    return " " not in source.strip()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _of_term(different: Sequence[FreeUse]) -> Iterable[Finding]:
    """A finding for each rendering of a source term but the most frequent one."""
    for use in different[1:]:
        others = [one for one in different if one is not use]
        message = (
            f"{quoted(use.at.message)} is {quoted(use.text)} {times(use.count)}, "
            f"but {_named(others)}; write one of them throughout"
        )
        yield replace(use.at, message=message, related=tuple(related_to(one.at) for one in others))


def _named(uses: Sequence[FreeUse]) -> str:
    """Renderings with how often they are used, the most frequent first."""
    named = [f"{quoted(one.text)} {times(one.count)}" for one in uses[:_MOST_NAMED]]
    if len(uses) > _MOST_NAMED:
        named.append(f"{len(uses) - _MOST_NAMED} more")
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


RULE = CorpusRule(_ID, Severity.WARNING, __doc__, _find)
