"""Bilingual files: 100,000 segments of PO and of TMX with 10,000 concepts, in one process.

The target is the benchmark's prose, sentence by sentence, with terms planted in it; the source is made-up Chinese with
two characters for each of its words. One term in thirty is missing in the target.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from itertools import islice
from random import Random
from zlib import crc32

from msgspec import Struct

from bench.program import Cost, folder
from bench.prose import articles
from bench.terms import Entry, entries

SEGMENTS, CONCEPTS = 100_000, 10_000
_WORD = re.compile(r"[^\W\d_]+")
_TERM_IN = 0.6
"""Share of segments with a term."""
_MISSING_IN = 1 / 30
_FIRST, _CHARACTERS = 0x4E00, 6000
_PUNCTUATION = str.maketrans({" ": None, ".": "。", ",": "，", "-": None})


class Checked(Struct, frozen=True):
    """One format."""

    name: str
    segments: int
    concepts: int
    cost: Cost
    """With a glossary that is compiled already."""


def costs(seed: int, segments: int = SEGMENTS, concepts: int = CONCEPTS) -> Iterator[Checked]:
    """What a run over one file of each format costs."""
    listed = entries(seed, 2 * concepts)
    with folder() as place:
        glossary = place.write("terms.csv", "".join(_rows(listed)))
        for name, write in (("po", _po), ("tmx", _tmx)):
            file = place.write(f"big.{name}", write(list(_pairs(seed, listed, segments))))
            small = place.write(f"small.{name}", write(list(_pairs(seed, listed, 10))))
            place.run(small, "-g", glossary, "--no-reports", "-j", "1")
            yield Checked(name, segments, concepts, place.run(file, "-g", glossary, "--no-reports", "-j", "1"))


def _rows(listed: Sequence[Entry]) -> Iterator[str]:
    yield "concept,lang,term,status\n"
    for one in listed:
        if one.is_approved:
            yield f"{one.concept},zh,{_made_up(one.text)},preferred\n"
        yield f"{one.concept},en,{one.text},{'preferred' if one.is_approved else 'deprecated'}\n"


def _pairs(seed: int, listed: Sequence[Entry], segments: int) -> Iterator[tuple[str, str]]:
    rng = Random(f"{seed}:bilingual")
    approved = [one.text for one in listed if one.is_approved]
    sentences = (sentence for article in articles(seed) for paragraph in article for sentence in paragraph)
    for target in islice(sentences, segments):
        if rng.random() > _TERM_IN:
            yield _made_up(target), target
            continue
        term = rng.choice(approved)
        lacks = rng.random() < _MISSING_IN
        yield _made_up(f"{target} The {term} agreed."), f"{target} The {'others' if lacks else term} agreed."


def _made_up(text: str) -> str:
    """The text with two Chinese characters for each word."""
    words = _WORD.sub(lambda word: _turned(word[0].lower()), text)
    return words.translate(_PUNCTUATION)


@cache
def _turned(word: str) -> str:
    number = crc32(word.encode())
    return chr(_FIRST + number % _CHARACTERS) + chr(_FIRST + number // _CHARACTERS % _CHARACTERS)


def _po(pairs: Sequence[tuple[str, str]]) -> str:
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entries_ = (
        f'#: src/a.c:{number}\nmsgctxt "{number}"\nmsgid "{_quoted(one)}"\nmsgstr "{_quoted(other)}"\n\n'
        for number, (one, other) in enumerate(pairs)
    )
    return head + "".join(entries_)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _tmx(pairs: Sequence[tuple[str, str]]) -> str:
    units = (
        f'<tu tuid="{number}"><tuv xml:lang="zh"><seg>{escape(one, quote=False)}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{escape(other, quote=False)}</seg></tuv></tu>\n'
        for number, (one, other) in enumerate(pairs)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="zh"/><body>\n'
    return head + "".join(units) + "</body></tmx>\n"
