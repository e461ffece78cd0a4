"""What earlier runs found in the same articles with the same program, glossary and settings.

Outcomes lie in packs of some hundred articles that are neighbours in the order of paths. Where a pack begins depends on
the paths alone, so that a file more or less changes one pack; a run that is stopped leaves what it has done.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import DecodeError, Struct
from msgspec.structs import replace

from termcheck.articles import Source
from termcheck.articles.read import digest_of_source, read_bytes
from termcheck.cache import Cache, digest_of, key_of
from termcheck.engines import Checked, Packed
from termcheck.engines.checker import stamp_of
from termcheck.engines.packed import decode_many, encode_many, pack
from termcheck.errors import ArticleError
from termcheck.model import Skipped

_KIND = "outcomes"
_BORDERS = 2
"""Of 256 paths, how many begin a pack."""
_MOST = 1024
"""Outcomes in a pack; what was not written for longest is dropped first."""


class _Pack(Struct):
    key: str
    fresh: list[Packed]
    """What is not in the cache as it is."""
    missing: int = 0
    """Articles that have to be checked."""


class Remembered:
    """The outcomes of earlier runs, and those of this one for later runs."""

    def __init__(self, cache: Cache, key: str) -> None:
        """``key`` differs where any outcome may differ though its article is the same."""
        self._cache = cache
        self._key = key
        self._packs: dict[str, _Pack] = {}
        """Path of an article that has to be checked -> its pack."""

    def look_up(
        self, border: str, neighbours: Sequence[Source], is_enough: Callable[[Packed], bool]
    ) -> Iterator[tuple[Source, Packed | None]]:
        """Each source of a pack with what is known of it; where that is nothing, ``keep`` waits for its outcome."""
        found = _Pack(key_of(self._key, border), [])
        known = {one.path: one for one in self._load(found.key)}
        for source in neighbours:
            entry = known.get(source.path)
            holds = self._checked_again(source, entry, found) if entry and is_enough(entry) else None
            if holds is None:
                self._packs[source.path] = found
                found.missing += 1
            yield source, holds
        if not found.missing:
            self._write(found)

    def keep(self, checked: Checked) -> None:
        """Keep an outcome for later runs."""
        found = self._packs.pop(checked.source.path)
        found.missing -= 1
        is_passing = not checked.digest or (isinstance(checked.outcome, Skipped) and checked.outcome.unreadable)
        if self._cache.is_on and not is_passing:
            found.fresh.append(pack(checked))
        if not found.missing:
            self._write(found)

    def close(self) -> None:
        """Write what a run that was stopped has done."""
        for found in {id(one): one for one in self._packs.values()}.values():
            self._write(found)
        self._packs.clear()

    def _checked_again(self, source: Source, entry: Packed, found: _Pack) -> Packed | None:
        """The entry, if it is about the article as it is now: its content counts, its stamp only spares reading it."""
        stamp = stamp_of(source)
        if stamp is not None and stamp == entry.stamp:
            return entry
        if _digest(source) != entry.digest:
            return None
        if stamp is not None:
            entry = replace(entry, stamp=stamp)
            found.fresh.append(entry)
        return entry

    def _load(self, key: str) -> list[Packed]:
        data = self._cache.get(_KIND, key)
        try:
            return decode_many(data) if data is not None else []
        except DecodeError:
            return []

    def _write(self, found: _Pack) -> None:
        if found.fresh:
            known = {one.path: one for one in self._load(found.key)}
            for one in found.fresh:
                known.pop(one.path, None)
                known[one.path] = one
            self._cache.put(_KIND, found.key, encode_many(list(known.values())[-_MOST:]))
            found.fresh.clear()


def groups(sources: Iterable[Source]) -> Iterator[tuple[str, Sequence[Source]]]:
    """The path that begins each pack (none for the first), and the articles in it."""
    border = ""
    some: list[Source] = []
    for source in sources:
        is_border = digest_of(source.path.encode("utf-8", "surrogatepass"))[0] < _BORDERS
        if some and (is_border or len(some) >= _MOST):
            yield border, some
            border, some = source.path, []
        elif is_border:
            border = source.path
        some.append(source)
    if some:
        yield border, some


def _digest(source: Source) -> bytes | None:
    try:
        return digest_of_source(source, read_bytes(source))
    except ArticleError:
        return None
