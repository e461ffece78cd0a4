"""Reports: one pure function a format, all in one mapping."""

from collections.abc import Callable, Mapping

from termcheck.model import Report

Reporter = Callable[[Report], str]
"""Takes a report, returns the whole content of one file."""


def _text(report: Report) -> str:
    from termcheck.reports.text import render_text

    return render_text(report)


def _json(report: Report) -> str:
    from termcheck.reports.json_report import render_json

    return render_json(report)


def _html(report: Report) -> str:
    from termcheck.reports.html_report import render_html

    return render_html(report)


def _findings_csv(report: Report) -> str:
    from termcheck.reports.csv_reports import render_findings_csv

    return render_findings_csv(report)


def _reconciliation_csv(report: Report) -> str:
    from termcheck.reports.csv_reports import render_reconciliation_csv

    return render_reconciliation_csv(report)


REPORTERS: Mapping[str, Reporter] = {
    "text": _text,
    "json": _json,
    "html": _html,
    "findings.csv": _findings_csv,
    "reconciliation.csv": _reconciliation_csv,
}
"""Format -> reporter. Each imports what it needs when it is called: only HTML pays for Jinja2, only CSV for pandas."""
