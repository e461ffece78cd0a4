"""What an editor's choice leaves behind: a decision, or a row in the glossary."""

import datetime as dt
from pathlib import Path

from termcheck.errors import GlossaryError, Problem, UsageError
from termcheck.glossary.adding import with_rows
from termcheck.languages.tags import related
from termcheck.lsp.checking import Checked
from termcheck.model import Finding, Status, Term
from termcheck.verdicts import EVERYWHERE, Decision, Verdict, with_decisions
from termcheck.writing import write_atomically


def ignore(checked: Checked, finding: Finding, *, everywhere: bool) -> Path:
    """Add a decision that silences a finding, or its form wherever it stands; returns the file of decisions.

    Raises OSError where it cannot be written.
    """
    decision = Decision(
        concept=finding.concept or "",
        form=finding.text,
        verdict=Verdict.IGNORE,
        scope=EVERYWHERE if everywhere else (finding.file, finding.fingerprint),
        when=dt.datetime.now(tz=dt.UTC).date(),
    )
    file = checked.project.decisions
    text = file.read_bytes().decode("utf-8-sig") if file.exists() else ""
    write_atomically(file, with_decisions(text, [decision]))
    return file


def add_to_glossary(checked: Checked, finding: Finding) -> Path:
    """Add what a finding found as an admitted rendering of its concept; returns the glossary file.

    Raises GlossaryError where the file has changed so that it cannot be read, UsageError where it is not CSV, and
    OSError where it cannot be written.
    """
    row = _neighbour(checked, finding)
    place = row.place.file
    file = checked.project.settings.root / place
    if file.suffix.lower() not in {".csv", ".tsv"}:
        raise UsageError(
            Problem("rows can only be added to CSV and TSV files", place, "add the rendering there by hand")
        )
    new = {
        "concept": row.concept,
        "lang": row.lang,
        "term": finding.text,
        "status": Status.ADMITTED.value,
        **({"domain": row.domain} if row.domain else {}),
    }
    write_atomically(file, with_rows(file.read_bytes(), [new], place))
    return file


def _neighbour(checked: Checked, finding: Finding) -> Term:
    """The row of the concept that the new one resembles: the preferred one in the language of the finding."""
    rows = [
        term
        for concept in checked.project.index.glossary.concepts
        if concept.id == finding.concept
        for term in concept.terms
        if related(term.lang, finding.lang or term.lang)
    ]
    if not rows:
        raise GlossaryError(Problem(f"the glossary has no concept {finding.concept} any more", remedy="check again"))
    return next((term for term in rows if term.status is Status.PREFERRED), rows[0])
