"""Changed lines, and the findings that stand on them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from termcheck.model import ArticleRecord, Finding, Report
from termcheck.partials.views import filtered, mapped


class ChangedLines(Struct, frozen=True):
    """The lines of one file that were added or changed.

    Lines are 1-based; in a diff only LF ends one. ``everything`` says that nothing is known of single lines (a
    new file, a binary one), so that all count.
    """

    added: tuple[tuple[int, int], ...] = ()
    """First and last line of each block, in order, disjoint."""
    seams: tuple[int, ...] = ()
    """Lines after which others were taken out; 0 is the start of the file."""
    everything: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Whether something changed in lines ``first`` to ``last``, or was taken out between two of them."""
        if self.everything:
            return True
        place = bisect_left(self.added, (first, 0))
        inside = place < len(self.added) and self.added[place][0] <= last
        around = place > 0 and self.added[place - 1][1] >= first
        return inside or around or any(first <= seam < last for seam in self.seams)

    def both(self, other: "ChangedLines") -> "ChangedLines":
        """What changed against two older versions (the parents of a merge)."""
        if self.everything:
            return other
        if other.everything:
            return self
        common = sorted(
            (max(first, start), min(last, end))
            for first, last in self.added
            for start, end in other.added
            if first <= end and start <= last
        )
        return ChangedLines(tuple(common), tuple(sorted({*self.seams} & {*other.seams})))


Changes = Mapping[str, ChangedLines]
"""Path of an article as reported -> its changed lines."""


def on_changed_lines(report: Report, changes: Changes) -> Report:
    """The report with the findings that a change can have brought about; a notice counts the open ones left out.

    Such a finding stands on a changed line with at least one of its places: its own, or, where several make it one
    (mixed renderings), that of another mention. A finding without a position in the text counts where its file changed.
    """

    def is_changed(finding: Finding) -> bool:
        changed = changes.get(finding.file)
        if changed is not None:
            if finding.location is not None:
                return True
            last = finding.end_line - (finding.end_column == 1 and finding.end > finding.start)
            if changed.touch(finding.line, last):
                return True
        return any(
            place.file in changes and (place.location is not None or changes[place.file].touch(place.line, place.line))
            for place in finding.related
        )

    narrowed = narrow(report, is_changed)
    left_out = len(report.findings) - len(narrowed.findings)
    if not left_out:
        return narrowed
    one, many = "1 finding is left out: its line has", f"{left_out:,} findings are left out: their lines have"
    return replace(narrowed, notices=(*narrowed.notices, f"{one if left_out == 1 else many} not changed"))


def narrow(report: Report, keeps: Callable[[Finding], bool]) -> Report:
    """The report with those findings only, open or suppressed; all else stays."""

    def narrowed(record: ArticleRecord) -> ArticleRecord:
        return replace(record, findings=tuple(filter(keeps, record.findings)))

    findings, suppressed = filtered(report.findings, keeps), filtered(report.suppressed, keeps)
    tally = Counter((one.state, one.severity) for one in chain(findings, suppressed))
    results = mapped(report.results, narrowed)
    return replace(report, results=results, findings=findings, suppressed=suppressed, tally=tally)


def as_articles_count(lines: ChangedLines, data: bytes) -> ChangedLines:
    """The changed lines of a file by the line numbers of articles, for which a lone CR ends a line as well."""
    if lines.everything or b"\r" not in data:
        return lines
    starts = [0]
    for line in data.split(b"\n"):  # where each line of the diff starts, in lines of the article
        starts.append(starts[-1] + 1 + line.removesuffix(b"\r").count(b"\r"))
    most = len(starts) - 1
    added = tuple((starts[min(first, most) - 1] + 1, starts[min(last, most)]) for first, last in lines.added)
    return ChangedLines(added, tuple(starts[min(seam, most)] for seam in lines.seams))
