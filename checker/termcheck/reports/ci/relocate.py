"""Names of files for a reader who stands elsewhere than in the project: at the top of a repository, in a folder."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from termcheck.model import ArticleRecord, Finding, Report, Skipped
from termcheck.partials.views import mapped

Name = Callable[[str], str]
"""Name of a file as reported -> as wanted."""


def relocated(report: Report, name: Name) -> Report:
    """The report with other names for its files; fingerprints stay as they are: they do not depend on the name."""
    return replace(
        report,
        results=mapped(report.results, partial(_result, name)),
        findings=mapped(report.findings, partial(_finding, name)),
        suppressed=mapped(report.suppressed, partial(_finding, name)),
        skipped=mapped(report.skipped, partial(_skipped, name)),
    )


def _skipped(name: Name, skipped: Skipped) -> Skipped:
    return skipped._replace(file=name(skipped.file))


def _result(name: Name, result: ArticleRecord) -> ArticleRecord:
    findings = tuple(_finding(name, finding) for finding in result.findings)
    return replace(result, path=name(result.path), findings=findings)


def _finding(name: Name, finding: Finding) -> Finding:
    related = tuple(replace(place, file=name(place.file)) for place in finding.related)
    return replace(finding, file=name(finding.file), related=related)
