"""Path patterns, as the configuration and the glossary use them; paths and patterns have ``/`` between names.

``*`` and ``?`` stand for characters of one name, ``[abc]`` for one of several, ``**`` for any number of folders. A
pattern without ``/`` is compared with the last name of a path; one that ends in ``/`` means everything in that folder.
No pattern becomes a regular expression over a whole path, so none can run away.
"""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase


def matches_any(path: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns holds for the path."""
    return any(matches(path, pattern) for pattern in patterns)


def matches(path: str, pattern: str) -> bool:
    """Whether the pattern holds for the path (``/``-separated, relative, as reported)."""
    names = path.removeprefix("./").split("/")
    wanted = pattern.removeprefix("./").rstrip("/").split("/")
    if pattern.endswith("/"):
        wanted.append("**")
    elif len(wanted) == 1:
        wanted.insert(0, "**")
    return _walk(names, wanted)


def problem_with(pattern: str) -> str | None:
    """What is wrong with a pattern, as a clause without a full stop; None for a good one."""
    if not pattern.strip("/ "):
        return "the pattern is empty"
    if "\\" in pattern:
        return "the pattern has a backslash; write / between folders"
    if pattern.startswith("/") or ":" in pattern.split("/", 1)[0] or ".." in pattern.split("/"):
        return "the pattern leaves the project; write it relative to the project root, without .."
    if any("**" in name and name != "**" for name in pattern.split("/")):
        return "** must stand alone between two /"
    if any(_is_open(name) for name in pattern.split("/")):
        return "a [ has no ]"
    return None


def _is_open(name: str) -> bool:
    start = name.find("[")
    while start >= 0:
        end = name.find("]", start + 2)
        if end < 0:
            return True
        start = name.find("[", end + 1)
    return False


def _walk(names: Sequence[str], wanted: Sequence[str]) -> bool:
    """Follow all ways through ``wanted`` at once, one name of the path after the other."""
    places = _with_skips({0}, wanted)
    for name in names:
        stay = {place for place in places if place < len(wanted) and wanted[place] == "**"}
        move = {
            place + 1
            for place in places
            if place < len(wanted) and wanted[place] != "**" and fnmatchcase(name, wanted[place])
        }
        places = _with_skips(stay | move, wanted)
    return len(wanted) in places


def _with_skips(places: set[int], wanted: Sequence[str]) -> set[int]:
    """The places, and those reached by letting each ``**`` stand for nothing."""
    reached = set(places)
    for place in sorted(places):
        following = place
        while following < len(wanted) and wanted[following] == "**":
            following += 1
            reached.add(following)
    return reached
