"""Language tags (BCP 47)."""

from functools import lru_cache

from termcheck.model import ANY_LANGUAGE


@lru_cache(maxsize=4096)
def related(row: str, article: str) -> bool:
    """Whether a row's tag holds for an article's: equal, or one a prefix of the other at a subtag border; ``*`` always.

    >>> related("en", "en-GB"), related("en-US", "en-GB")
    (True, False)
    """
    if row == ANY_LANGUAGE:
        return True
    short, long = sorted((row.lower().replace("_", "-"), article.lower().replace("_", "-")), key=len)
    return long == short or long.startswith(short + "-")
