"""Marks of keys in labels of menus and buttons: ``&File``, ``_File``, ``~File``, ``D&ata``, ``E_xit``, ``文件(&F)``.

A program shows such a mark as a line under the letter behind it, so that a reader sees "File". No standard tells a mark
from the sign itself ("R&D", "file_name"): it is one only where it is the only one of the text, stands before a letter,
and the word around it looks like no abbreviation, company or identifier.
"""

import re

from termcheck.model import Span

_LONGEST = 200
"""Characters of a label; a longer text is none."""
_SIGN = re.compile(r"[&_~]")
_ENTITY = re.compile(r"&#?\w{1,10};")
_BRACKETED = re.compile(r"[ ]?[(（][&_~][A-Za-z0-9][)）]")
"""The mark behind a word of a script that has no keys."""
_LETTERS_BEFORE = re.compile(r"[^\W\d_]*\Z")
_LETTERS_AFTER = re.compile(r"[^\W\d_]*")
_LATER_UNDERLINE = 3
"""Letters after which a line in a word is rather one of an identifier."""
_SHORTEST = 3
"""Letters of a word that has a mark in it."""


def key_mark(text: str) -> Span | None:
    """Where the mark of a key stands in a text as a program holds it; None where there is none."""
    if len(text) > _LONGEST:
        return None
    places = [match.start() for match in _SIGN.finditer(text) if not _ENTITY.match(text, match.start())]
    if len(places) != 1:
        return None
    place = places[0]
    bracketed = _BRACKETED.search(text, max(0, place - 2), place + 3)
    if bracketed is not None:
        return Span(*bracketed.span())
    return Span(place, place + 1) if _is_mark(text, place) else None


def _is_mark(text: str, place: int) -> bool:
    after = _LETTERS_AFTER.match(text, place + 1)
    before = _LETTERS_BEFORE.search(text[:place])
    following, word = (after[0] if after else ""), (before[0] if before else "")
    if not following or text[place - 1 : place].isdigit() or text[place - 1 : place] in set("/\\=?@.:-"):
        return False
    rest = text[place + 1 + len(following) :][:1]
    if rest.isdigit() or rest in set("=/\\(@") or (rest == ":" and text[place] != "&"):
        return False
    if not word:
        return True
    if not following[0].islower() or len(word) + len(following) < _SHORTEST:
        return False
    if text[place] == "&":
        return True
    return text[place] == "_" and word[0].isupper() and len(word) < _LATER_UNDERLINE
