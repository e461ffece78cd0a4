"""Which articles belong to which shard of a run."""

from typing import NamedTuple

from termcheck.cache import digest_of


class Shard(NamedTuple):
    """One of several parts of a run, each of which may be checked by another machine.

    An article belongs to the shard that the hash of its path says, so that it stays there when others come or go.
    """

    number: int = 1
    """1-based."""
    total: int = 1

    def owns(self, path: str) -> bool:
        """Whether the article with that path (as reported) belongs to it."""
        if self.total == 1:
            return True
        digest = digest_of(path.encode("utf-8", "surrogatepass"))
        return int.from_bytes(digest[:8], "little") % self.total == self.number - 1


WHOLE = Shard()
"""All of a run."""
