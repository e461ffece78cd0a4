"""From the files that were found to the articles in them."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from termcheck.articles.collections.kinds import kind_of
from termcheck.articles.formats import FORMATS
from termcheck.articles.read import Source
from termcheck.articles.shards import WHOLE, Shard
from termcheck.cache import digest_of
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.globs import matches
from termcheck.model import Skipped

_MANY = 64
"""Collections a shard from which on each of them belongs to one shard as a whole, and is opened by that one only."""


def articles_of(
    sources: Sequence[Source],
    settings: Settings,
    shard: Shard | None = None,
    paths: Iterable[str] | None = None,
    *,
    with_others: bool = False,
) -> Iterator[Source | Skipped]:
    """The articles of a shard, file by file; those of collections have their texts with them.

    What cannot be read is among them, with the reason. With ``paths``: only these, and what lies in the same files is
    passed over. ``with_others``: with the files in archives that nothing reads, to be counted.
    """
    shard = shard or WHOLE
    wanted = None if paths is None else frozenset(paths)
    whole = sum(source.is_collection for source in sources) >= _MANY * shard.total
    for source in sources:
        if not source.is_collection:
            if shard.owns(source.path) and (wanted is None or source.path in wanted):
                yield source
            continue
        if (whole and not shard.owns(source.path)) or (wanted is not None and not _holds_one(source, wanted)):
            continue
        for one in _in_collection(source, settings):
            path = one.path if isinstance(one, Source) else one.file
            is_other = isinstance(one, Skipped) and one.type != ""
            if (whole or shard.owns(path)) and (wanted is None or path in wanted) and (with_others or not is_other):
                yield one


def _holds_one(source: Source, paths: frozenset[str]) -> bool:
    kind = kind_of(source.path)
    return kind is not None and any(path.startswith(source.path + kind.separator) for path in paths)


def _in_collection(source: Source, settings: Settings) -> Iterator[Source | Skipped]:
    """The articles of a collection, each path once; whatever is wrong with it, what was read until then counts."""
    seen: set[bytes] = set()
    done = 0
    try:
        for one in _read(source, settings):
            if isinstance(one, Skipped) and one.type:
                yield one
                continue
            path = one.path if isinstance(one, Source) else one.file
            key = digest_of(path.encode("utf-8", "surrogatepass"))
            if key in seen:
                reason = "an article before it has the same name"
                yield Skipped(f"{path} (article {done + 1})", reason, unreadable=True)
            else:
                yield one
            seen.add(key)
            done += 1
    except Exception as error:  # noqa: BLE001 - libraries raise what they like; status 3 tells
        after = f" after {done:,} articles" if done else ""
        yield Skipped(source.path, f"it cannot be read{after}: {_reason(error)}", unreadable=True)


def _reason(error: Exception) -> str:
    if isinstance(error, ArticleError):
        return "; ".join(str(replace(one, place="")) for one in error.problems)
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


def _read(source: Source, settings: Settings) -> Iterator[Source | Skipped]:
    from termcheck.articles.collections import archives, tables

    kind = kind_of(source.path)
    if kind is None:
        return
    like = _like(source, settings)
    match kind.form:
        case "zip":
            yield from archives.read_zip(source, settings)
        case "tar":
            yield from archives.read_tar(source, kind, settings)
        case "jsonl":
            yield from tables.read_jsonl(source, kind, settings, like)
        case "csv":
            yield from tables.read_csv(source, kind, settings, like)
        case _:
            yield from tables.read_parquet(source, settings, like)


def _like(source: Source, settings: Settings) -> str:
    """The name of a format that is that of the texts of a table: plain text, unless the configuration says another."""
    for pattern, name in reversed(settings.formats):
        if matches(source.path, pattern) and FORMATS[name].text is not None:
            return name
    return "text"
