"""What is told of the files in archives that nothing reads."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from termcheck.partials.sections import Others

_MOST_KINDS = 12
"""Types of files that a notice names."""


def notices_of(others: Iterable[Others]) -> Iterator[str]:
    """What archives hold that nothing reads, archive by archive."""
    for archive, group in groupby(others, lambda one: one[0]):
        kinds = sorted(((count, kind) for _, kind, count in group), key=lambda one: (-one[0], one[1]))
        named = [f"{kind} ({count:,})" for count, kind in kinds[:_MOST_KINDS]]
        named += ["others"] if len(kinds) > _MOST_KINDS else []
        total = sum(count for count, _ in kinds)
        yield f"{archive}: passed over {total:,} {'file' if total == 1 else 'files'} of other types: {', '.join(named)}"
