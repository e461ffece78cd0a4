"""Regular expressions that are compiled when they are first used.

Compiling the program's expressions takes longer than checking an article, and one article needs few of them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A ``re.Pattern`` in waiting; methods as there."""

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keep the expression; a mistake in it shows when it is first used, so tests must use every one."""
        self.pattern = source
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As ``re.Pattern.search``."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As ``re.Pattern.match``."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """As ``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As ``re.Pattern.finditer``."""
        return self.compiled.finditer

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """As ``re.Pattern.split``; every group must take part in each match."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As ``re.Pattern.sub``."""
        return self.compiled.sub
