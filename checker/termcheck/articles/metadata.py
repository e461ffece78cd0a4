"""Date and language of an article: from metadata, and from the conventions of scraped news.

A wrong date is worse than none: a date needs its year, one that can be read in two ways (08/09/2022) is none, and a
date in running text counts only where conventions put the day of publication (labels, datelines, lines of their own).
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from termcheck.model import BLOCK_BREAK

_MONTHS = (
    "jan january janvier januar jänner enero gennaio janeiro januari января",
    "feb february février fevrier februar febrero febbraio fevereiro februari февраля",
    "mar march mars märz maerz marzo março marco maart марта",
    "apr april avril abril aprile апреля",
    "may mai mayo maggio maio mei мая",
    "jun june juin juni junio giugno junho июня",
    "jul july juillet juli julio luglio julho июля",
    "aug august août aout agosto augustus августа",
    "sep sept september septembre septiembre settembre setembro сентября",
    "oct october octobre oktober okt octubre ottobre outubro октября",
    "nov november novembre noviembre novembro ноября",
    "dec december décembre decembre dezember dez diciembre dicembre dezembro декабря",
)
_PUBLISHED = (
    "date", "published", "published on", "published at", "publication date", "publication time", "publish date",
    "publish time", "date published", "posted", "posted on", "released", "release date", "release time", "issued",
    "pubdate", "publié le", "veröffentlicht", "veröffentlicht am", "publicado", "publicado el", "pubblicato il",
    "опубликовано", "дата публикации", "发布时间", "发布日期", "發佈時間", "发表时间", "日期", "公開日",
)  # fmt: skip
_CHANGED = (
    "updated", "updated on", "last updated", "last modified", "modified", "mis à jour le", "aktualisiert",
    "aktualisiert am", "stand", "actualizado", "actualizado el", "aggiornato il", "обновлено", "更新时间", "更新時間",
    "更新日",
)  # fmt: skip
_TIME = r"\A[T,]?\s*\d{1,2}[:：]\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:[A-Z]{2,4}|[+-]\d\d:?\d\d|Z)?"
_SENTENCE_BREAK = r"[.。!?！？][ \u00a0]+\w+[ \u00a0]+\w+[ \u00a0]+\w+"
_DATELINE_END = r"\s*(?:[(（][^)）]{0,40}[)）]\s*)?(?:[–—]|--|- |电|電|[)）]\s*(?:[–—]|--|$))"
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
_HEAD_BLOCKS, _TAIL_BLOCKS = 10, 3
_HEAD_LENGTH, _LINE_LENGTH = 240, 80
_DATELINE_PLACE = 70
"""Longest text before the date in a dateline: agency, place."""
_WEEKDAYS = frozenset(
    "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi "
    "vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles "
    "jueves viernes sábado domingo".split()
)
_BYLINE = 40
"""Longest text beside a date in a line of its own."""
_LANGUAGE_TAG = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"


class Dates:
    """The dates that an article's metadata name; the first readable one of the best kind counts."""

    __slots__ = ("_changed", "_published", "_shown")

    def __init__(self) -> None:
        """Begin without any."""
        self._published: dt.date | None = None
        self._shown: dt.date | None = None
        self._changed: dt.date | None = None

    def published(self, value: str) -> None:
        """Take in the day of publication, however written."""
        self._published = self._published or read_date(value)

    def shown(self, value: str) -> None:
        """Take in the only day that a page shows."""
        self._shown = self._shown or read_date(value)

    def changed(self, value: str) -> None:
        """Take in the day of the last change."""
        self._changed = self._changed or read_date(value)

    def best(self) -> dt.date | None:
        """Publication, else the only day shown, else the last change."""
        return self._published or self._shown or self._changed


def language_tag(value: str | None) -> str | None:
    """A BCP 47 tag from metadata (``en_US`` becomes ``en-US``); None for what is none, or several."""
    tag = (value or "").strip().replace("_", "-")
    return tag if re.fullmatch(_LANGUAGE_TAG, tag) else None


def read_date(value: str) -> dt.date | None:
    """The first full date in a text, in ISO 8601, Chinese or a month's name in one of several languages."""
    found = _find(value[:_HEAD_LENGTH])
    return found.date if found else None


def conventional_date(view_text: str) -> dt.date | None:
    """The date of publication that the first or last lines of an article state by convention."""
    blocks = view_text[: _HEAD_BLOCKS * 4000].split(BLOCK_BREAK, _HEAD_BLOCKS)[:_HEAD_BLOCKS]
    head = [block[:_HEAD_LENGTH].strip() for block in blocks]
    tail = [block.strip() for block in view_text[-2000:].split(BLOCK_BREAK)[-_TAIL_BLOCKS:]]
    lines = [line for line in head if any(map(str.isdigit, line))]
    ends = [line for line in tail if len(line) <= _LINE_LENGTH and any(map(str.isdigit, line))]
    if not lines and not ends:
        return None
    dates = Dates()
    for line in lines:
        _read_label(line, dates)
    for line in lines:
        if dates.best() is None and (date := _own_line(line) or _dateline(line)) is not None:
            return date
    for line in ends:
        _read_label(line, dates)
        if line[:1] in "(（[" and line[-1:] in ")）]":
            dates.shown(line)
    return dates.best()


# --------------------------------------------------------------------------------------------------- dates in text


@cache
def _month_numbers() -> dict[str, int]:
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


_YEAR_FIRST = r"(?<![\d.,/-])(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?![\d-])日?"
_MONTH_DAY_YEAR = r"(?<!\w)([^\W\d_]{3,12})\.? {1,3}(\d{1,2})(?:st|nd|rd|th)?,? {1,3}(\d{4})(?!\d)"
_DAY_MONTH_YEAR = (
    r"(?<![\w.])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de )?([^\W\d_]{3,12})\.?,?[ -](?:de )?(\d{4})(?!\d)"
)
_YEAR_LAST = r"(?<![\d.,/-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\d./-])"
_DIGITS = r"\A\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6})?\s*\Z"


class _Found(Struct, frozen=True, order=True):
    """A date and where it stands in a line."""

    start: int
    end: int
    date: dt.date


def _find(text: str) -> _Found | None:
    """The first full date in a text."""
    if re.search(r"\d{4}", text) is None:
        return None
    text = text.replace("\u00a0", " ")
    found = []
    for pattern in _patterns_for(text):
        dates = ((match, _date(pattern, match)) for match in re.finditer(pattern, text))
        first = next(((match, date) for match, date in dates if date is not None), None)
        if first is not None:
            found.append(_Found(*first[0].span(), first[1]))
    return min(found, default=None)


def _patterns_for(text: str) -> Iterator[str]:
    """The patterns that can match; each costs a start of the program some time."""
    yield _YEAR_FIRST
    months = _month_numbers()
    if any(word.strip(".,") in months for word in text.lower().replace("-", " ").split()):
        yield _MONTH_DAY_YEAR
        yield _DAY_MONTH_YEAR
    if any(text.count(separator) > 1 for separator in "./-"):
        yield _YEAR_LAST
    if text[:8].isdigit():
        yield _DIGITS


def _date(pattern: str, match: re.Match[str]) -> dt.date | None:
    one, two, three = match.groups()
    months = _month_numbers()
    if pattern == _MONTH_DAY_YEAR:
        year, month, day = int(three), months.get(one.lower(), 0), int(two)
    elif pattern == _DAY_MONTH_YEAR:
        year, month, day = int(three), months.get(two.lower(), 0), int(one)
    elif pattern == _YEAR_LAST:
        year, month, day = int(three), *_month_and_day(int(one), int(two))
    else:
        year, month, day = int(one), int(two), int(three)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_and_day(one: int, two: int) -> tuple[int, int]:
    """Which of two numbers is the month; (0, 0) where both may be."""
    december = 12
    if one == two or one > december:
        return two, one
    return (one, two) if two > december else (0, 0)


# ---------------------------------------------------------------------------------------------------- conventions


def _read_label(line: str, dates: Dates) -> None:
    """Take in "Updated : 2022-08-29" anywhere in a line, and "date 2023-07-19 ..." at its start."""
    lowered = line.lower()
    for place, char in enumerate(lowered):
        if char in ":：":
            before = lowered[max(0, place - _BYLINE) : place].rstrip()
            _take(_kind(before), line[place + 1 :], dates)
    words = lowered.split()[:2]
    is_label = bool(words) and (len(line) <= _LINE_LENGTH or words[0] == "date")
    for length in (2, 1) if is_label else ():
        if (kind := _kind(" ".join(words[:length]))) is not None:
            _take(kind, line[len(" ".join(words[:length])) :], dates)
            break


def _kind(text: str) -> str | None:
    """Whether a text ends in a label of publication or of change."""
    for labels in (_PUBLISHED, _CHANGED):
        for label in labels:
            if text.endswith(label) and not text[: -len(label)][-1:].isalpha():
                return labels[0]
    return None


def _take(kind: str | None, text: str, dates: Dates) -> None:
    """Take in the date with which a text begins, a weekday aside."""
    found = _find(text[:_BYLINE]) if kind is not None else None
    if found is not None and found.start <= len(" Wednesday, "):
        (dates.published if kind == _PUBLISHED[0] else dates.changed)(found.date.isoformat())


def _own_line(line: str) -> dt.date | None:
    """The date of a line that consists of it, a time, and perhaps a source or an author."""
    found = _find(line) if len(line) <= _LINE_LENGTH else None
    if found is None:
        return None
    before = line[: found.start].strip(" \t\u00a0|,，·()（）[]–—-")
    if before and before.lower().rstrip(".,") not in _WEEKDAYS and not before.lower().startswith("by "):
        return None
    after = re.sub(_TIME, "", line[found.end :]).strip()
    is_byline = (
        not after or not after[0].isalnum() or after.lower().startswith(("source", "by ", "来源", "作者", "來源"))
    )
    return found.date if len(before) <= _BYLINE and len(after) <= _BYLINE and is_byline else None


def _dateline(line: str) -> dt.date | None:
    """The date in "BEIJING, Aug. 29, 2022 (Xinhua) --", "(Xinhua, August 27, 2024)" or 新华社北京2022年8月28日电."""
    found = _find(line[: 2 * _DATELINE_PLACE])
    if found is None or found.start > _DATELINE_PLACE or re.search(_SENTENCE_BREAK, line[: found.start]):
        return None
    return found.date if re.match(_DATELINE_END, line[found.end :]) else None
