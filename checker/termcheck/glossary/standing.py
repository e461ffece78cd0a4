"""What a row of a glossary says about one article, by its status, dates, paths and language."""

import datetime as dt

from termcheck.globs import matches_any
from termcheck.languages.tags import related
from termcheck.model import Standing, Status, Term

APPROVED = frozenset((Status.PREFERRED, Status.ADMITTED))
WRONG = frozenset((Status.DEPRECATED, Status.FORBIDDEN))

_PLAIN = {
    Status.PREFERRED: Standing.APPROVED,
    Status.ADMITTED: Standing.APPROVED,
    Status.DEPRECATED: Standing.WRONG,
    Status.FORBIDDEN: Standing.WRONG,
    Status.PROPOSED: Standing.PROPOSED,
}
"""What a row says wherever it holds."""


def standing(term: Term, date: dt.date | None, path: str) -> Standing | None:
    """What the row says about an article of this date (None: undated) and ``/``-separated path; None if nothing.

    Dates are inclusive. A superseded row is approved from ``from`` until ``until`` and wrong afterwards; every other
    row holds from ``from`` until ``until``. For an undated article an approved row holds, and a wrong row that carries
    a date is doubtful, as is a superseded one.
    """
    if not term.paths and term.valid_from is None and term.valid_until is None and term.status in _PLAIN:
        return _PLAIN[term.status]
    if term.paths and not matches_any(path, term.paths):
        return None
    if date is None:
        return _undated(term)
    if term.valid_from is not None and date < term.valid_from:
        return None
    expired = term.valid_until is not None and date > term.valid_until
    if term.status is Status.SUPERSEDED:
        return Standing.WRONG if expired else Standing.APPROVED
    return None if expired else _PLAIN[term.status]


def holds_for(row: str, article: str) -> bool:
    """Whether a row's language tag holds for an article's.

    It does where nothing that both tags say differs, in any letter case (``en`` and ``en-GB``, ``zh-Hant`` and
    ``zh-TW``), and where the row's is ``*``.
    """
    return related(row, article)


def _undated(term: Term) -> Standing:
    if term.status is Status.SUPERSEDED:
        return Standing.DOUBTFUL
    if term.is_dated and term.status in WRONG:
        return Standing.DOUBTFUL
    return _PLAIN[term.status]
