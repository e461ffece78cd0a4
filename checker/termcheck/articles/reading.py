"""What a reader of one format makes of a text."""

from collections.abc import Callable
from typing import NamedTuple

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import Dates
from termcheck.config import Settings
from termcheck.model import Region, View


class Reading(NamedTuple):
    """The parts of an article that depend on its format."""

    view: View
    regions: tuple[Region, ...]
    """In any order."""
    log: DirectiveLog
    title: str | None
    dates: Dates
    """What its metadata say; the conventions of running text are weighed later, for all formats alike."""
    lang: str | None


Reader = Callable[[str, Settings], Reading]
"""Reads a decoded text; never fails, whatever the text holds."""
