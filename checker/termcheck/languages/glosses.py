"""What words of a source language mean in English, and how they are spelt in Latin letters."""

from functools import cache
from typing import NamedTuple

from termcheck.languages.wordlist import file_bytes

_MEANINGS = {"zh": "zh.glosses.txt"}
_READINGS = {"zh": "zh.pinyin.txt"}


class Gloss(NamedTuple):
    """English for one word of another language."""

    words: tuple[str, ...]
    """Words that may render it alone; ``_`` stands for a space."""
    parts: tuple[str, ...]
    """Words of longer renderings of it."""


@cache
def glosses(code: str) -> dict[str, Gloss]:
    """Word of the language -> English that may render it; empty for a language without a table.

    >>> "governance" in glosses("zh")["治理"].words
    True
    """
    found = {}
    for word, rest in _lines(_MEANINGS.get(code)):
        words, _, parts = rest.partition("|")
        found[word] = Gloss(tuple(words.split()), tuple(parts.split()))
    return found


@cache
def _readings(code: str) -> dict[str, str]:
    return {char: reading for reading, chars in _lines(_READINGS.get(code)) for char in chars}


def romanized(text: str, code: str) -> str:
    """A Chinese word in pinyin without tones; empty where a character is not known.

    >>> romanized("清朗", "zh")
    'qinglang'
    """
    known = _readings(code)
    syllables = [known.get(char, "") for char in text]
    return "".join(syllables) if all(syllables) else ""


def _lines(name: str | None) -> list[tuple[str, str]]:
    lines = file_bytes(name).decode().splitlines() if name else []
    return [(first, second) for first, _, second in (line.partition("|") for line in lines)]
