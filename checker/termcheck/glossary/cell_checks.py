"""What a cell of a glossary must not hold: the mistakes of a term, a phrase, a glob, an example."""

import unicodedata
from typing import NamedTuple

from termcheck import globs

LONGEST_TERM = 500
"""Of a term, a form, a phrase or a glob; in characters."""
LONGEST_SENTENCE = 2000
_SHOWN = 60
_GARBLED = frozenset("\ufffc\ufffd")


class Mistake(NamedTuple):
    """What is wrong with a cell, and how to mend it."""

    message: str
    remedy: str


def show(cell: str) -> str:
    """A cell as a message quotes it: on one line, not too long."""
    text = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(cell.split()))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def check_words(text: str) -> Mistake | None:
    """What is wrong with a term, a form or a phrase."""
    if len(text) > LONGEST_TERM:
        return Mistake(f"has {len(text)} characters", f"keep it within {LONGEST_TERM}")
    if text.isprintable() and text[0].isalnum() and _GARBLED.isdisjoint(text):
        return None
    if any(char in _GARBLED or unicodedata.category(char) in ("Cc", "Cs") for char in text):
        return Mistake(f"('{show(text)}') holds a garbled or a control character", "type it anew, in UTF-8")
    if not any(map(str.isalnum, text)):
        return Mistake(f"('{show(text)}') has neither a letter nor a digit", "fill it in, or delete it")
    return None


def check_glob(text: str) -> Mistake | None:
    """What is wrong with a glob."""
    if len(text) > LONGEST_TERM:
        return Mistake(f"has {len(text)} characters", f"keep it within {LONGEST_TERM}")
    if problem := globs.problem_with(text):
        return Mistake(f"holds for no article: {problem}", "write it like news/** or *.md")
    return None


def check_example(text: str) -> Mistake | None:
    """What is wrong with an example."""
    if len(text) > LONGEST_SENTENCE:
        return Mistake(f"has {len(text)} characters", f"keep it within {LONGEST_SENTENCE}")
    if text.startswith("#"):
        return Mistake(
            "is what a spreadsheet made of a sign", "type the sentence anew with an apostrophe before + or -"
        )
    if text[0] not in "+-":
        return Mistake("is neither a + nor a - example", "begin it with + (must be found) or - (must not)")
    if not any(map(str.isalnum, text)):
        return Mistake("has no sentence after its sign", "write the sentence after it, or delete it")
    return None
