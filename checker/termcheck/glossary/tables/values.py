"""Cells of other programs -> cells of ours: yes and no, languages, statuses, kinds of terms."""

import re
from collections.abc import Mapping

from termcheck.glossary.content import APPROVED, STATUS_COLUMN
from termcheck.glossary.statuses import is_approved, status_of
from termcheck.glossary.tables.language_names import language_of
from termcheck.languages.names import plain
from termcheck.model import Status, TermType

YES = frozenset("yes y true 1 x ja wahr oui vrai sí si verdadero да истина 是 はい 예 نعم ✓ ✔".split())
NO = frozenset("no n false 0 nein falsch non faux falso нет ложь 否 いいえ 아니요 لا -".split())
_ALTERNATIVES = re.compile(r"\s*[|;；\n]\s*")
_CASES = {"sensitive": "sensitive", "insensitive": "insensitive", "yes": "sensitive", "no": "insensitive",
          "permissive": "insensitive"}  # fmt: skip
_TYPES: Mapping[str, TermType] = {
    "fullform": TermType.FULL, "full": TermType.FULL, "vollform": TermType.FULL, "shortform": TermType.SHORT,
    "short": TermType.SHORT, "kurzform": TermType.SHORT, "clippedterm": TermType.SHORT,
    "abbreviation": TermType.ABBREVIATION,
    "acronym": TermType.ABBREVIATION, "initialism": TermType.ABBREVIATION, "abkürzung": TermType.ABBREVIATION,
    "akronym": TermType.ABBREVIATION, "variant": TermType.FULL, "phrase": TermType.FULL, "synonym": TermType.FULL,
    "全称": TermType.FULL, "简称": TermType.SHORT, "缩写": TermType.ABBREVIATION,
}  # fmt: skip

_INFO: Mapping[str, tuple[str, str]] = {
    "forbidden": ("status", Status.FORBIDDEN.value), "exact": ("match", "exact"),
    "casesense": ("case", "sensitive"), "caseinsense": ("case", "insensitive"),
}  # fmt: skip


def alternatives(cell: str) -> list[str]:
    """The terms of a cell, which ``|``, ``;`` or line ends separate."""
    return [part for part in _ALTERNATIVES.split(cell.strip()) if part]


def is_yes(cell: str) -> bool | None:
    """Whether a cell says yes; None where it says neither yes nor no."""
    word = cell.strip().casefold()
    return True if word in YES else False if word in NO or not word else None


def term_type(text: str) -> TermType | None:
    """Our word for a kind of term; None for one that is not known."""
    return _TYPES.get(plain(text))


def of_info(text: str) -> dict[str, str]:
    """The cells that memoQ's settings of a term stand for: ``CaseSense;Exact;Forbidden``."""
    found = (_INFO.get(word.strip().casefold()) for word in text.split(";"))
    return dict(one for one in found if one is not None)


def settle(cells: dict[str, str]) -> None:
    """Put our words in the place of those of others; what is not known stays, to be complained of."""
    if lang := cells.get("lang", ""):
        cells["lang"] = language_of(lang) or lang
    if given := cells.get("status", ""):
        status = status_of(given)
        cells["status"] = APPROVED if is_approved(given) else status.value if status else given
    if case := cells.get("case", ""):
        word = {True: "yes", False: "no", None: plain(case)}[is_yes(case)]
        cells["case"] = _CASES.get(word, case)
    if kind := cells.get("type", ""):
        known = term_type(kind)
        cells["type"] = known.value if known else kind
    if cells.get("status") == Status.SUPERSEDED and not cells.get("until"):
        cells |= {"status": Status.DEPRECATED.value, STATUS_COLUMN: Status.SUPERSEDED.value}
