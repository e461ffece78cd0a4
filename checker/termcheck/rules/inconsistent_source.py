"""Different source texts with one translation.

Purpose
    Where two texts say different things, one translation for both may have lost the difference, or was copied from one
    to the other by mistake.

When it fires
    Over all bilingual files of a run, within and across them: segments with different source texts have one and the
    same target of more than one word. One hint a target, at the first segment with the second source; it links to the
    first one.

What it does not flag
    Sources or targets that differ in letter case, punctuation or spacing only; sources that differ in the plural only;
    the forms of a plural; single words, which mean many things.

How to configure or silence
    `rules = {inconsistent-source = "off"}` in the configuration, also per path.

For example
    Two segments of a German file.

    Flagged: Delete the rule. = Löschen Sie die Regel. / Disable the rule. = Löschen Sie die Regel.
    Not flagged: Delete the rule. = Löschen Sie die Regel. / Delete the rule! = Löschen Sie die Regel!
"""

from collections.abc import Iterable
from itertools import groupby

from termcheck.findings import at_use, quoted
from termcheck.model import Corpus, CorpusRule, Finding, Severity
from termcheck.variants import rendering_key

_ID = "inconsistent-source"


def _find(corpus: Corpus) -> Iterable[Finding]:
    several: list[list[tuple[str, int]]] = []
    for _, segments in groupby(corpus.by_target(), lambda one: one.shared):
        first = {one.other: (one.file, one.start) for one in reversed(list(segments))}
        if len(first) > 1:
            several.append(sorted(first.values()))
    known = corpus.segments([one for places in several for one in places])
    for places in several:
        segments_there = [known[one] for one in places]
        different = list({rendering_key(one.shown): one for one in reversed(segments_there)}.values())[::-1]
        if len(different) > 1:
            one, other = different[:2]
            more = f" and {len(different) - 2} other texts" if len(different) > 2 else ""
            message = f"{quoted(one.shown)} and {quoted(other.shown)}{more} have one translation"
            yield at_use(_ID, Severity.HINT, other, message, (one,))


RULE = CorpusRule(_ID, Severity.HINT, __doc__, _find)
