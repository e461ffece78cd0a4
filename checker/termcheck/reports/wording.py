"""A finding in one line of words, as every report for a list of lines shows it."""

from termcheck.model import Finding
from termcheck.reports.terminal import visible


def one_paragraph(text: str) -> str:
    """The text with all white space, line ends included, as single spaces."""
    return " ".join(text.split())


def sentence(finding: Finding) -> str:
    """What is wrong and what to write instead, in one line without control characters."""
    advice = f"“{finding.suggestion}”"
    hint = f" [use {advice}]" if finding.suggestion is not None and advice not in finding.message else ""
    return visible(one_paragraph(finding.message + hint))
