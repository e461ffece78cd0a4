"""Dictionaries of Chinese in the format of CC-CEDICT: ``傳統 传统 [chuan2 tong3] /tradition/traditional/``."""

import re
from collections.abc import Iterable
from pathlib import Path

from termcheck.errors import Problem, UsageError
from termcheck.languages.english_data import FUNCTION_WORDS
from termcheck.languages.glosses import Gloss

_LINE = re.compile(r"(\S+) (\S+) \[[^\]]*\] /(.+)/")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_WORD = re.compile(r"[a-z]+")
_NO_MEANING = ("CL:", "variant of", "old variant", "surname", "see ", "see also", "abbr. for", "used in")
_MOST_WORDS = 4
_MOST_BYTES = 64 * 2**20
_REMEDY = "name a file in the format of CC-CEDICT, UTF-8: 傳統 传统 [chuan2 tong3] /tradition/traditional/"


def read_cedict(file: Path, shown: str, wanted: Iterable[str]) -> dict[str, Gloss]:
    """What the dictionary has for the wanted words, written in Simplified or Traditional characters.

    ``shown``: the file as messages name it. Raises UsageError where it cannot be read or holds no entry.
    """
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise UsageError([Problem("the dictionary is larger than 64 MB", shown, _REMEDY)])
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError([Problem(f"the dictionary cannot be read: {error}", shown, _REMEDY)]) from error
    words = frozenset(wanted)
    found: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    entries = 0
    for line in text.splitlines():
        match = None if line.startswith("#") else _LINE.match(line)
        if match is None:
            continue
        entries += 1
        for word in words.intersection((match[1], match[2])):
            alone, parts = found.setdefault(word, ({}, {}))
            for meaning in match[3].split("/"):
                _take(meaning, alone, parts)
    if not entries:
        raise UsageError([Problem("the dictionary has no entry", shown, _REMEDY)])
    return {word: Gloss(tuple(alone), tuple(parts)) for word, (alone, parts) in found.items() if alone or parts}


def _take(meaning: str, alone: dict[str, None], parts: dict[str, None]) -> None:
    """Add one meaning: a word that renders alone, or the words of a longer rendering."""
    if meaning.startswith(_NO_MEANING):
        return
    for sense in re.split("[;,]", _ASIDE.sub(" ", meaning)):
        words = [word for word in _WORD.findall(sense.lower()) if word not in FUNCTION_WORDS and len(word) > 1]
        if len(words) == 1:
            alone[words[0]] = None
        elif len(words) <= _MOST_WORDS:
            parts.update(dict.fromkeys(words))
