import datetime as dt

import pytest

from termcheck.glossary.standing import holds_for, standing
from termcheck.model import Standing, Status, Term

BEFORE, FIRST, INSIDE, LAST, AFTER = (dt.date(*day) for day in (
    (2019, 12, 31), (2020, 1, 1), (2020, 6, 1), (2020, 12, 31), (2021, 1, 1),
))  # fmt: skip
APPROVED, WRONG, DOUBTFUL, PROPOSED = Standing.APPROVED, Standing.WRONG, Standing.DOUBTFUL, Standing.PROPOSED

UNDATED_ROWS = {
    Status.PREFERRED: APPROVED,
    Status.ADMITTED: APPROVED,
    Status.DEPRECATED: WRONG,
    Status.FORBIDDEN: WRONG,
    Status.PROPOSED: PROPOSED,
}


@pytest.mark.parametrize(("status", "expected"), UNDATED_ROWS.items())
@pytest.mark.parametrize("date", [None, BEFORE, AFTER])
def test_a_row_without_dates_holds_always(status: Status, expected: Standing, date: dt.date | None) -> None:
    assert standing(Term("x", "en", "a b", status), date, "a.md") is expected


DATED_ROWS = [
    (Status.PREFERRED, APPROVED, APPROVED),
    (Status.ADMITTED, APPROVED, APPROVED),
    (Status.DEPRECATED, WRONG, DOUBTFUL),
    (Status.FORBIDDEN, WRONG, DOUBTFUL),
    (Status.PROPOSED, PROPOSED, PROPOSED),
]


@pytest.mark.parametrize(("status", "inside", "undated"), DATED_ROWS)
def test_a_row_with_dates_holds_between_them(status: Status, inside: Standing, undated: Standing) -> None:
    row = Term("x", "en", "a b", status, valid_from=FIRST, valid_until=LAST)
    assert [standing(row, date, "a.md") for date in (BEFORE, FIRST, INSIDE, LAST, AFTER)] == [
        None, inside, inside, inside, None,
    ]  # fmt: skip
    assert standing(row, None, "a.md") is undated


@pytest.mark.parametrize(("status", "inside", "undated"), DATED_ROWS)
def test_one_date_is_enough(status: Status, inside: Standing, undated: Standing) -> None:
    since = Term("x", "en", "a b", status, valid_from=FIRST)
    until = Term("x", "en", "a b", status, valid_until=LAST)
    assert [standing(since, date, "a.md") for date in (BEFORE, FIRST, AFTER, None)] == [None, inside, inside, undated]
    assert [standing(until, date, "a.md") for date in (BEFORE, LAST, AFTER, None)] == [inside, inside, None, undated]


def test_a_superseded_row_is_right_until_its_date_and_wrong_afterwards() -> None:
    row = Term("x", "en", "a b", Status.SUPERSEDED, valid_until=LAST)
    assert [standing(row, date, "a.md") for date in (BEFORE, LAST, AFTER, None)] == [
        APPROVED,
        APPROVED,
        WRONG,
        DOUBTFUL,
    ]


def test_a_superseded_row_does_not_hold_before_its_first_day() -> None:
    row = Term("x", "en", "a b", Status.SUPERSEDED, valid_from=FIRST, valid_until=LAST)
    assert [standing(row, date, "a.md") for date in (BEFORE, FIRST, AFTER)] == [None, APPROVED, WRONG]


@pytest.mark.parametrize("status", list(Status))
def test_a_row_with_paths_holds_there_only(status: Status) -> None:
    row = Term("x", "en", "a b", status, valid_until=LAST, paths=("news/**", "*.rst"))
    assert standing(row, INSIDE, "news/2024/a.md") is not None
    assert standing(row, None, "docs/deep/b.rst") is not None
    assert standing(row, INSIDE, "docs/a.md") is None
    assert standing(row, None, "old/news/a.md") is None


@pytest.mark.parametrize(
    ("row", "article", "expected"),
    [
        ("en", "en", True),
        ("en", "en-GB", True),
        ("en-GB", "en", True),
        ("EN", "en-gb", True),
        ("zh", "zh-Hans-CN", True),
        ("*", "fi", True),
        ("en-US", "en-GB", False),
        ("en", "enm", False),
        ("en", "eng", True),
        ("e", "en", False),
        ("zh-Hans", "zh-Hant", False),
        ("de", "en", False),
    ],
)
def test_language_of_a_row(row: str, article: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert holds_for(row, article) is expected
