"""The words around a finding, as reports show them."""

from typing import NamedTuple

from termcheck.excerpts import squeeze
from termcheck.model import Excerpt, Finding

_WORD_EDGE_REACH = 20
"""How far, in characters, a cut may move to fall between two words."""


class Passage(NamedTuple):
    """A finding's text and what stands before and after it in the same block, white space as single spaces."""

    before: str
    text: str
    after: str


def passage(excerpt: Excerpt | None, finding: Finding, reach: int) -> Passage:
    """The finding with up to ``reach`` (at most 90) characters of its block on either side, cut between words."""
    if excerpt is None or excerpt.view_span is None:
        return Passage("", squeeze(finding.text), "")
    return Passage(_end_of(excerpt.before, reach), excerpt.shown, _beginning_of(excerpt.after, reach))


def _end_of(text: str, reach: int) -> str:
    if len(text) <= reach:
        return text
    kept = text[-reach:]
    edge = kept.find(" ", 0, _WORD_EDGE_REACH)
    return "…" + kept[edge + 1 :]


def _beginning_of(text: str, reach: int) -> str:
    if len(text) <= reach:
        return text
    kept = text[:reach]
    edge = kept.rfind(" ", reach - _WORD_EDGE_REACH)
    return (kept[:edge] if edge >= 0 else kept) + "…"
