"""The syntax of language tags in glossaries (BCP 47, RFC 5646 section 2.1)."""

from functools import lru_cache

from termcheck.model import ANY_LANGUAGE

_REMEDY = "write a code such as en, en-GB or zh-Hans, or * for a term of every language"
_LONGEST = 8
_LANGUAGE = (2, 3)
_SCRIPT = 4


@lru_cache(maxsize=1024)
def explain_tag(tag: str) -> str:
    """How to mend a language tag; empty where it is well-formed (or ``*``).

    Language names of four letters and more, which the syntax allows and no registry holds, are taken for mistakes.
    """
    if tag == ANY_LANGUAGE:
        return ""
    subtags = tag.lower().split("-")
    if not all(part.isascii() and part.isalnum() and len(part) <= _LONGEST for part in subtags):
        return (
            f"write {tag.replace('_', '-')}" if _is_well_formed(tag.lower().replace("_", "-").split("-")) else _REMEDY
        )
    return "" if _is_well_formed(subtags) else _REMEDY


def _is_well_formed(subtags: list[str]) -> bool:
    """Whether lower-case subtags stand in their order: language, script, region, variants, extensions, private use."""
    if not all(part.isascii() and part.isalnum() and len(part) <= _LONGEST for part in subtags):
        return False
    if subtags[0] == "x":
        return len(subtags) > 1
    if not (subtags[0].isalpha() and len(subtags[0]) in _LANGUAGE):
        return False
    rest = subtags[1:]
    for _ in range(3):
        if rest and rest[0].isalpha() and len(rest[0]) == _LANGUAGE[1]:
            rest = rest[1:]
    if rest and rest[0].isalpha() and len(rest[0]) == _SCRIPT:
        rest = rest[1:]
    if rest and _is_region(rest[0]):
        rest = rest[1:]
    while rest and _is_variant(rest[0]):
        rest = rest[1:]
    return _is_extended(rest)


def _is_region(part: str) -> bool:
    return (part.isalpha() and len(part) == _LANGUAGE[0]) or (part.isdigit() and len(part) == _LANGUAGE[1])


def _is_variant(part: str) -> bool:
    return len(part) > _SCRIPT or (len(part) == _SCRIPT and part[0].isdigit())


def _is_extended(rest: list[str]) -> bool:
    """Whether what follows are extensions: a singleton with at least one subtag each, ``x`` to the end."""
    while rest:
        if len(rest[0]) != 1 or len(rest) == 1:
            return False
        if rest[0] == "x":
            return True
        end = next((at for at, part in enumerate(rest[1:], 1) if len(part) == 1), len(rest))
        if end == 1:
            return False
        rest = rest[end:]
    return True
