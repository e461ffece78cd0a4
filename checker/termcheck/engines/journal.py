"""What a run has done, so that the next one goes on where it was stopped, whatever stopped it."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from termcheck.articles import Source
from termcheck.articles.read import digest_of_source, read_bytes
from termcheck.cache import key_of
from termcheck.engines.checker import stamp_of
from termcheck.errors import ArticleError, TermcheckError
from termcheck.gathering import Gathered
from termcheck.partials.files import About, PartialFile
from termcheck.partials.shelf import put_away

_SUFFIX = ".lot"


class Journal:
    """The lots of articles of one run that are done, as partial results in a folder."""

    def __init__(self, folder: Path, key: str) -> None:
        """``key`` differs where what checking yields may differ though the articles are the same."""
        self._folder = folder
        self._key = key

    def key_of(self, sources: Iterable[Source]) -> str:
        """What tells a lot from others, and from itself after one of its articles has changed."""
        return key_of(self._key, *(part for source in sources for part in (source.path, _content(source))))

    def known(self, key: str) -> PartialFile | None:
        """The partial result of a lot that an earlier run has done."""
        file = self._folder / (key + _SUFFIX)
        if not file.exists():
            return None
        try:
            return PartialFile(file, file.name)
        except TermcheckError:
            return None

    def keep(self, key: str, gathered: Gathered) -> PartialFile:
        """Keep what a lot has yielded. Raises UsageError where it cannot be written."""
        file = self._folder / (key + _SUFFIX)
        return put_away(gathered, About(length=gathered.length), file, file.name)

    def remove(self) -> None:
        """Remove the folder; for a run that is done."""
        with suppress(OSError):
            for file in self._folder.glob(f"*{_SUFFIX}*"):
                file.unlink()
            self._folder.rmdir()


def _content(source: Source) -> str | bytes:
    """What changes when an article does."""
    stamp = stamp_of(source)
    if stamp is not None:
        return repr(stamp)
    try:
        return digest_of_source(source, read_bytes(source))
    except ArticleError as error:
        return str(error)
