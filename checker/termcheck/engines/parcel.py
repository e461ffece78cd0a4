"""What a process has made ready, for processes on other machines."""

from termcheck.cache import Cache, user_cache


class Parcel(Cache):
    """A cache that travels: what was asked of it while articles were checked here, for workers elsewhere."""

    def __init__(self, behind: Cache | None, entries: dict[tuple[str, str], bytes] | None = None) -> None:
        """Ask the cache behind for what is not known; without one, the user's cache on whichever machine."""
        super().__init__(None)
        self._behind = behind
        self.entries = entries if entries is not None else {}

    @property
    def is_on(self) -> bool:
        """Always."""
        return True

    def get(self, kind: str, key: str) -> bytes | None:
        """The data last put under ``kind`` and ``key``; None where it is not there."""
        known = self.entries.get((kind, key))
        if known is not None:
            return known
        found = self._cache().get(kind, key)
        if found is not None and self._behind is not None:
            self.entries[kind, key] = found
        return found

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep data."""
        if self._behind is not None:
            self.entries[kind, key] = data
        self._cache().put(kind, key, data)

    def _cache(self) -> Cache:
        return self._behind if self._behind is not None else user_cache()
