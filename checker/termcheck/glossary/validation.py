"""What the rows of a glossary say together: repetitions, contradictions within a concept, clashes between concepts."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice, product
from typing import NamedTuple

from msgspec import structs

from termcheck.errors import Problem
from termcheck.glossary.overlap import can_meet
from termcheck.glossary.standing import APPROVED, WRONG, holds_for
from termcheck.model import Status, Term

_MOST_PAIRS = 20_000
"""Pairs of rows of one form, or of preferred rows of one concept, that are compared at most."""
_MOST_PROBLEMS = 500


class Clash(NamedTuple):
    """A form that one row approves and another calls wrong, in articles for which both rows hold."""

    form: str
    approved: Term
    wrong: Term


class _Period(NamedTuple):
    """Days from the first to the last, both inclusive."""

    first: dt.date
    last: dt.date


def drop_repeated(rows: Iterable[Term]) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
    """The rows without those that repeat an earlier one in every cell, and a warning for each that is left out."""
    alike: dict[tuple[str, str, str], list[Term]] = {}
    kept: list[Term] = []
    warnings: list[Problem] = []
    for row in rows:
        earlier = alike.setdefault((row.concept, row.lang, row.text), [])
        twin = next((term for term in earlier if structs.replace(term, place=row.place) == row), None)
        if twin is not None:
            message = f"the row '{row.text}' is the same as that at {twin.place}, and counts once"
            warnings.append(Problem(message, str(row.place), "delete one of the two"))
        else:
            earlier.append(row)
            kept.append(row)
    return tuple(kept), tuple(warnings)


def check_rows(rows: Sequence[Term]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Contradictions within a concept, which are errors, and clashes between concepts, which are warnings."""
    clashes = sorted(find_clashes(rows), key=lambda clash: (clash.wrong.place, clash.approved.place))
    errors = [*_two_preferred(rows), *(_contradiction(clash) for clash in clashes if _is_within(clash))]
    warnings = [_clash(clash) for clash in clashes if not _is_within(clash)]
    return tuple(errors[:_MOST_PROBLEMS]), tuple(warnings[:_MOST_PROBLEMS])


def find_clashes(rows: Iterable[Term]) -> Iterator[Clash]:
    """Every form, compared verbatim, that is both approved and wrong for dates, paths and a language that can meet."""
    approved: dict[str, list[Term]] = {}
    wrong: dict[str, list[Term]] = {}
    for row in rows:
        for form in (row.text, *row.forms) if row.forms else (row.text,):
            if row.status in APPROVED or row.status is Status.SUPERSEDED:
                approved.setdefault(form, []).append(row)
            if row.status in WRONG or row.status is Status.SUPERSEDED:
                wrong.setdefault(form, []).append(row)
    for form, bad_rows in wrong.items():
        for good, bad in islice(product(approved.get(form, ()), bad_rows), _MOST_PAIRS):
            if good is not bad and _share_articles(good, bad) and _overlap(_approved_days(good), _wrong_days(bad)):
                yield Clash(form, good, bad)


def _two_preferred(rows: Iterable[Term]) -> Iterator[Problem]:
    preferred: dict[str, list[Term]] = {}
    for row in rows:
        if row.status is Status.PREFERRED:
            preferred.setdefault(row.concept, []).append(row)
    for concept, candidates in preferred.items():
        if len(candidates) < 2:
            continue
        for one, other in islice(combinations(candidates, 2), _MOST_PAIRS):
            if one.text != other.text and _share_articles(one, other) and _overlap(
                    _approved_days(one), _approved_days(other)):  # fmt: skip
                yield Problem(
                    f"the concept {concept} has two preferred terms in one language ({other.lang}): "
                    f"'{other.text}' here and '{one.text}' at {one.place}",
                    str(other.place), "leave one preferred and make the other admitted",
                )  # fmt: skip


def _is_within(clash: Clash) -> bool:
    return clash.approved.concept == clash.wrong.concept


def _contradiction(clash: Clash) -> Problem:
    good, bad = clash.approved, clash.wrong
    return Problem(
        f"'{clash.form}' is {bad.status} here and {good.status} at {good.place}, within the concept {bad.concept}",
        str(bad.place), "decide which it is and delete the other row, or give them dates or paths that do not meet",
    )  # fmt: skip


def _clash(clash: Clash) -> Problem:
    good, bad = clash.approved, clash.wrong
    return Problem(
        f"'{clash.form}' is {bad.status} for {bad.concept} here and {good.status} for {good.concept} at {good.place}, "
        "so it is only hinted at",
        str(bad.place), "say with not_when in which sentences it is not meant, or delete one row",
    )  # fmt: skip


def _share_articles(one: Term, other: Term) -> bool:
    """Whether some article's language and path suit both rows."""
    if not (holds_for(one.lang, other.lang) or holds_for(other.lang, one.lang)):
        return False
    if not one.paths or not other.paths:
        return True
    return any(can_meet(a, b) for a, b in islice(product(one.paths, other.paths), _MOST_PAIRS))


def _approved_days(row: Term) -> _Period | None:
    return _Period(row.valid_from or dt.date.min, row.valid_until or dt.date.max)


def _wrong_days(row: Term) -> _Period | None:
    if row.status is not Status.SUPERSEDED:
        return _Period(row.valid_from or dt.date.min, row.valid_until or dt.date.max)
    if row.valid_until is None or row.valid_until == dt.date.max:
        return None
    return _Period(row.valid_until + dt.timedelta(days=1), dt.date.max)


def _overlap(one: _Period | None, other: _Period | None) -> bool:
    return one is not None and other is not None and one.first <= other.last and other.first <= one.last
