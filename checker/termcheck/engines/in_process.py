"""The engine for few articles: one after the other, in this process."""

from collections.abc import Generator, Iterable

from termcheck.engines import Checked, Chunk
from termcheck.engines.checker import Checker


class InProcess:
    """Checks articles where it is called."""

    def __init__(self, checker: Checker) -> None:
        """Use a checker."""
        self._checker = checker

    def check(self, chunks: Iterable[Chunk]) -> Generator[Checked, None, None]:
        """What each article yields, in order."""
        for chunk in chunks:
            yield from self._checker.check(chunk)
