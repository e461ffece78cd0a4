"""Date and language of an article: from metadata, and from the conventions of scraped news.

A wrong date is worse than none: a date needs its year, one that can be read in two ways (08/09/2022) is none, and a date
in running text counts only where the conventions put the day of publication (labels, datelines, lines of their own).
"""

import datetime as dt
import re
from functools import cache

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
    "publication date|publication time|publish date|publish time|release date|release time|date published|published on|"
    "published at|published|posted on|posted|released|issued|pubdate|date|publié le|veröffentlicht am|veröffentlicht|"
    "publicado el|publicado|pubblicato il|дата публикации|опубликовано|发布时间|发布日期|發佈時間|发表时间|日期|公開日"
)
_CHANGED = (
    "last updated|last modified|updated on|updated|modified|mis à jour le|aktualisiert am|aktualisiert|stand|"
    "actualizado el|actualizado|aggiornato il|обновлено|更新时间|更新時間|更新日"
)
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
_HEAD_BLOCKS, _TAIL_BLOCKS = 10, 3
_HEAD_LENGTH, _LINE_LENGTH = 240, 80
_DATELINE_PLACE = 70
"""Longest text before the date in a dateline: agency, place."""
_BYLINE = 40
"""Longest text beside a date in a line of its own."""
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


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
    return tag if _LANGUAGE_TAG.fullmatch(tag) else None


def read_date(value: str) -> dt.date | None:
    """The first full date in a text, in ISO 8601, Chinese or a month's name in one of several languages."""
    found = _find(value[:_HEAD_LENGTH])
    return found[0] if found else None


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


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Year first; month's name and day, year; day, month's name, year; numbers with the year last; eight digits."""
    return (
        re.compile(r"(?<![\d.,/-])(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})(?![\d-])日?"),
        re.compile(r"(?<!\w)([^\W\d_]{3,12})\.? {1,3}(\d{1,2})(?:st|nd|rd|th)?,? {1,3}(\d{4})(?!\d)"),
        re.compile(r"(?<![\w.])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de )?([^\W\d_]{3,12})\.?,?[ -](?:de )?(\d{4})(?!\d)"),
        re.compile(r"(?<![\d.,/-])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?![\d./-])"),
        re.compile(r"\A\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6})?\s*\Z"),
    )


def _find(text: str) -> tuple[dt.date, int, int] | None:
    """The first full date in a text, and where it stands."""
    text = text.replace("\u00a0", " ")
    found = []
    for order, pattern in enumerate(_patterns()):
        for match in pattern.finditer(text):
            date = _date(order, match)
            if date is not None:
                found.append((match.start(), match.end(), date))
                break
    if not found:
        return None
    start, end, date = min(found)
    return date, start, end


def _date(order: int, match: re.Match[str]) -> dt.date | None:
    one, two, three = match.groups()
    months = _month_numbers()
    if order == 1:
        year, month, day = int(three), months.get(one.lower(), 0), int(two)
    elif order == 2:  # noqa: PLR2004 - the place in _patterns
        year, month, day = int(three), months.get(two.lower(), 0), int(one)
    elif order == 3:  # noqa: PLR2004
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


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?P<published>{_PUBLISHED})|(?P<changed>{_CHANGED}))(?!\w)(?P<colon>\s*[:：])?\s*", re.I)


def _read_label(line: str, dates: Dates) -> None:
    """Take in "Updated : 2022-08-29" anywhere in a line, and "date 2023-07-19 ..." at its start."""
    for match in _label().finditer(line):
        if match["colon"] is None and (match.start() > 1 or len(line) > _LINE_LENGTH) and match[0].strip().lower() != "date":
            continue
        if match["colon"] is None and match.start() > 1:
            continue
        found = _find(line[match.end() : match.end() + _BYLINE])
        if found is None or found[1] > len("Wednesday, "):
            continue
        (dates.published if match["published"] else dates.changed)(found[0].isoformat())


def _own_line(line: str) -> dt.date | None:
    """The date of a line that consists of it, a time, and perhaps a source or an author."""
    found = _find(line) if len(line) <= _LINE_LENGTH else None
    if found is None:
        return None
    date, start, end = found
    before = line[:start].strip(" \t\u00a0|,，·()（）[]–—-")
    after = re.sub(r"^[T,]?\s*\d{1,2}[:：]\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:[A-Z]{2,4}|[+-]\d\d:?\d\d|Z)?", "", line[end:])
    after = after.strip()
    is_weekday = before.isalpha() and len(before) <= len("Wednesday")
    if before and not is_weekday and not before.lower().startswith("by "):
        return None
    is_byline = not after or not after[0].isalnum() or after.lower().startswith(("source", "by ", "来源", "作者", "來源"))
    return date if len(before) <= _BYLINE and len(after) <= _BYLINE and is_byline else None


def _dateline(line: str) -> dt.date | None:
    """The date in "BEIJING, Aug. 29, 2022 (Xinhua) --", "(Xinhua, August 27, 2024)" or 新华社北京2022年8月28日电."""
    found = _find(line[: 2 * _DATELINE_PLACE])
    if found is None:
        return None
    date, start, end = found
    before, after = line[:start], line[end:]
    if start > _DATELINE_PLACE or re.search(r"[.。!?！？][ \u00a0]+\w+[ \u00a0]+\w+[ \u00a0]+\w+", before):
        return None
    if re.match(r"\s*(?:[(（][^)）]{0,40}[)）]\s*)?(?:[–—]|--|- |电|電|[)）]\s*(?:[–—]|--|$))", after):
        return date
    return None
