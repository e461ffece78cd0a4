"""Articles at addresses that fsspec knows: s3://, gs://, hf://, memory:// and others."""

from importlib.util import find_spec
from typing import NamedTuple

from termcheck.articles.collections.kinds import collection_at, missing
from termcheck.articles.formats import format_of
from termcheck.articles.read import Source
from termcheck.config import Settings
from termcheck.errors import Problem

_WILDCARDS = "*?["


class Remote(NamedTuple):
    """What an address means."""

    sources: tuple[Source, ...] = ()
    others: tuple[str, ...] = ()
    """Files that nothing reads."""
    problems: tuple[Problem, ...] = ()


def find_remote(given: str, settings: Settings) -> Remote:
    """The articles that an address means: a file, a folder with all in it, or a glob."""
    if find_spec("fsspec") is None:
        remedy = 'install it: pip install "termcheck[remote]"'
        return Remote(problems=(Problem("reading addresses takes the extra `remote`", given, remedy),))
    try:
        named, met = _files(given)
    except Exception as error:  # noqa: BLE001 - whatever a library of a protocol raises
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        remedy = "check the address, your rights, and that the library for it is installed (s3fs, gcsfs, ...)"
        return Remote(problems=(Problem(f"the address cannot be used: {reason}", given, remedy),))
    if not named and not met:
        return Remote(problems=(Problem("there is nothing at the address", given, "check the spelling"),))
    sources: list[Source] = []
    others: list[str] = []
    problems: list[Problem] = []
    for url in sorted({*named, *met}):
        is_named = url in named
        kind = collection_at(url, None, settings) if is_named else None
        if kind is not None:
            problem = missing(kind, url)
            problems += [problem] if problem else []
            sources.append(Source(url, named=is_named, url=url, is_collection=True))
        elif is_named or format_of(url, settings, named=False) is not None:
            sources.append(Source(url, named=is_named, url=url))
        else:
            others.append(url)
    return Remote(tuple(sources), tuple(others), tuple(dict.fromkeys(problems)))


def _files(given: str) -> tuple[set[str], set[str]]:
    """The addresses that are named, and those that are met in folders."""
    import fsspec

    system, path = fsspec.core.url_to_fs(given)
    if any(sign in path for sign in _WILDCARDS):
        found = system.glob(path, detail=True)
        named = {system.unstrip_protocol(name) for name, about in found.items() if about["type"] == "file"}
        folders = [name for name, about in found.items() if about["type"] != "file"]
    elif system.isdir(path):
        named, folders = set(), [path]
    else:
        return ({system.unstrip_protocol(path)} if system.exists(path) else set()), set()
    met = {system.unstrip_protocol(name) for folder in folders for name in system.find(folder) if not _is_hidden(name)}
    return named, met


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))
