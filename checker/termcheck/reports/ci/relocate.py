"""Names of files for a reader who stands elsewhere than in the project: at the top of a repository, in a folder."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from termcheck.model import ArticleRecord, Finding, Report


def relocated(report: Report, names: Mapping[str, str]) -> Report:
    """The report with other names for its files (as reported -> as wanted); files that are not among them keep theirs.

    Fingerprints stay as they are: they do not depend on the name.
    """
    if all(old == new for old, new in names.items()):
        return report

    def name(file: str) -> str:
        return names.get(file, file)

    return replace(
        report,
        results=tuple(_result(result, name) for result in report.results),
        findings=tuple(_finding(finding, name) for finding in report.findings),
        suppressed=tuple(_finding(finding, name) for finding in report.suppressed),
        skipped=tuple(skipped._replace(file=name(skipped.file)) for skipped in report.skipped),
    )


def _result(result: ArticleRecord, name: Callable[[str], str]) -> ArticleRecord:
    findings = tuple(_finding(finding, name) for finding in result.findings)
    return replace(result, path=name(result.path), findings=findings)


def _finding(finding: Finding, name: Callable[[str], str]) -> Finding:
    related = tuple(place._replace(file=name(place.file)) for place in finding.related)
    return replace(finding, file=name(finding.file), related=related)
