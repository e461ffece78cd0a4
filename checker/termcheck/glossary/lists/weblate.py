"""Writes the CSV of Weblate's glossaries; reading it is reading any table with source and target."""

import csv
import io
from collections.abc import Sequence

from termcheck.glossary.content import NO_OPTIONS, Options
from termcheck.glossary.guarding import guard
from termcheck.glossary.pairs import languages_of, pairs_of
from termcheck.glossary.standing import APPROVED
from termcheck.model import Status, Term

_COLUMNS = ("location", "source", "target", "id", "fuzzy", "context", "translator_comments", "developer_comments")


def write(terms: Sequence[Term], options: Options = NO_OPTIONS) -> bytes:
    """A CSV file for Weblate: approved terms, and proposed ones as those that need work."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for source, target in pairs_of(terms, *languages_of(terms, options)):
        if target is None or not (target.status in APPROVED or target.status is Status.PROPOSED):
            continue
        fuzzy = "True" if target.status is Status.PROPOSED else ""
        cells = ("", source.text, target.text, target.concept, fuzzy, "", target.note, "")
        writer.writerow([guard(cell) for cell in cells])
    return stream.getvalue().encode("utf-8")
