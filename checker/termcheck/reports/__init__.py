"""Reports: one pure function a format, all in one mapping."""

from collections.abc import Callable, Iterator, Mapping

from termcheck.model import Report

Reporter = Callable[[Report], str | bytes]
"""Takes a report, returns the whole content of one file: its text, or the bytes of a format that is no text."""


def _text(report: Report) -> str:
    from termcheck.reports.text import render_text

    return render_text(report)


def _json(report: Report) -> str:
    from termcheck.reports.json_report import render_json

    return render_json(report)


def _json_lines(report: Report) -> bytes:
    return b"".join(_json_line_pieces(report))


def _parquet(report: Report) -> bytes:
    from termcheck.reports.parquet import render_parquet

    return render_parquet(report)


def _html(report: Report) -> str:
    from termcheck.reports.html_report import render_html

    return render_html(report)


def _findings_csv(report: Report) -> str:
    from termcheck.reports.csv_reports import render_findings_csv

    return render_findings_csv(report)


def _reconciliation_csv(report: Report) -> str:
    from termcheck.reports.csv_reports import render_reconciliation_csv

    return render_reconciliation_csv(report)


def _xlsx(report: Report) -> bytes:
    return b"".join(_xlsx_pieces(report))


def _compact(report: Report) -> str:
    return "".join(_compact_pieces(report))


def _github(report: Report) -> str:
    return "".join(_github_pieces(report))


def _gitlab(report: Report) -> str:
    return b"".join(_gitlab_pieces(report)).decode()


def _sarif(report: Report) -> str:
    return b"".join(_sarif_pieces(report)).decode()


def _junit(report: Report) -> str:
    return "".join(_junit_pieces(report))


def _checkstyle(report: Report) -> str:
    return "".join(_checkstyle_pieces(report))


def _markdown(report: Report) -> str:
    from termcheck.reports.ci.markdown import render_markdown

    return render_markdown(report)


def _compact_pieces(report: Report) -> Iterator[str]:
    from termcheck.reports.ci.compact import compact_lines

    return compact_lines(report)


def _github_pieces(report: Report) -> Iterator[str]:
    from termcheck.reports.ci.github import github_lines

    return github_lines(report)


def _gitlab_pieces(report: Report) -> Iterator[bytes]:
    from termcheck.reports.ci.gitlab import gitlab_pieces

    return gitlab_pieces(report)


def _sarif_pieces(report: Report) -> Iterator[bytes]:
    from termcheck.reports.ci.sarif import sarif_pieces

    return sarif_pieces(report)


def _junit_pieces(report: Report) -> Iterator[str]:
    from termcheck.reports.ci.junit import junit_pieces

    return junit_pieces(report)


def _checkstyle_pieces(report: Report) -> Iterator[str]:
    from termcheck.reports.ci.checkstyle import checkstyle_pieces

    return checkstyle_pieces(report)


def _xlsx_pieces(report: Report) -> Iterator[bytes]:
    from termcheck.reports.workbook import workbook_pieces

    return workbook_pieces(report)


def _text_pieces(report: Report) -> Iterator[str]:
    from termcheck.reports.text import text_lines

    return text_lines(report)


def _json_pieces(report: Report) -> Iterator[bytes]:
    from termcheck.reports.json_report import json_pieces

    return json_pieces(report)


def _json_line_pieces(report: Report) -> Iterator[bytes]:
    from termcheck.reports.json_report import json_lines

    return json_lines(report)


def _parquet_pieces(report: Report) -> Iterator[bytes]:
    from termcheck.reports.parquet import parquet_pieces

    return parquet_pieces(report)


def _html_pieces(report: Report) -> Iterator[str]:
    from termcheck.reports.html_report import html_pieces

    return html_pieces(report)


def _findings_csv_pieces(report: Report) -> Iterator[str]:
    from termcheck.reports.csv_reports import findings_csv

    return findings_csv(report)


def _reconciliation_csv_pieces(report: Report) -> Iterator[str]:
    from termcheck.reports.csv_reports import reconciliation_csv

    return reconciliation_csv(report)


REPORTERS: Mapping[str, Reporter] = {
    "text": _text,
    "json": _json,
    "compact": _compact,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
    "junit": _junit,
    "checkstyle": _checkstyle,
    "markdown": _markdown,
    "html": _html,
    "findings.csv": _findings_csv,
    "reconciliation.csv": _reconciliation_csv,
    "xlsx": _xlsx,
    "jsonl": _json_lines,
    "parquet": _parquet,
}
"""Format -> reporter. Each imports what it needs when it is called: only HTML pays for Jinja2, only CSV for pandas."""
STREAMS: Mapping[str, Callable[[Report], Iterator[str | bytes]]] = {
    "text": _text_pieces,
    "json": _json_pieces,
    "jsonl": _json_line_pieces,
    "parquet": _parquet_pieces,
    "xlsx": _xlsx_pieces,
    "checkstyle": _checkstyle_pieces,
    "junit": _junit_pieces,
    "sarif": _sarif_pieces,
    "gitlab": _gitlab_pieces,
    "github": _github_pieces,
    "compact": _compact_pieces,
    "html": _html_pieces,
    "findings.csv": _findings_csv_pieces,
    "reconciliation.csv": _reconciliation_csv_pieces,
}
"""The same for formats that are written piece by piece: of these a report may have more than memory holds."""
IN_FOLDER: Mapping[str, str] = {
    "report.html": "html",
    "findings.csv": "findings.csv",
    "reconciliation.csv": "reconciliation.csv",
}
"""File in the reports folder -> format."""
WORKBOOK: Mapping[str, str] = {"findings.xlsx": "xlsx"}
"""The same for what is written there only where the configuration says so."""
