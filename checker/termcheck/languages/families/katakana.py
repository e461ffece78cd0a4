"""Katakana: the ways in which Japanese writes one foreign word."""

from collections.abc import Iterator
from itertools import pairwise, product

from termcheck.languages.segmentation import word_bounds
from termcheck.lazy import Pattern

_RUN = Pattern("[ァ-ヺー]{3,}")
_SMALL = frozenset("ァィゥェォャュョ")
_TAKES_MARK = frozenset("アカガサザタダナバパファマヤラワャリィシジギチニビピミ")
"""How -er, -or, -ar and -y end without the long vowel mark, which may be left out."""
_SHORTEST = 3
"""Syllables of a word before a mark that may be left out: サーバー, but スター."""
_SHORTEST_TI = 2
"""The same where it ends in -ty: シティー."""
_KEPT_SHORT = frozenset("ドラマ ローラ コーラ".split())
"""With a mark they are other words: a drummer, a roller, a caller."""
_MOST_MARKS = 3
"""Marks of a term of which each is tried with and without; of more, all or none."""
_V = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴュ", "ビュ"), ("ヴ", "ブ"))
_W = (("ウィ", "ウイ"), ("ウェ", "ウエ"), ("ウォ", "ウオ"), ("クォ", "クオ"), ("フェイス", "フェース"))
_LONG_RUN = 4


def sound_spellings(surface: str) -> Iterator[str]:
    """The term with v written as b or b as v, and with small vowels written large or the other way round."""
    if _RUN.search(surface) is None:
        return
    plain = surface
    for with_v, without in _V:
        plain = plain.replace(with_v, without)
    yield plain
    for run in _RUN.finditer(surface):
        if "ヴ" not in run[0] and len(run[0]) >= _LONG_RUN:
            for with_v, without in _V[:-1]:
                at = run[0].find(without)
                while at >= 0:
                    place = run.start() + at
                    yield surface[:place] + with_v + surface[place + len(without) :]
                    at = run[0].find(without, at + 1)
    for small, large in _W:
        yield surface.replace(small, large) if small in surface else surface.replace(large, small)


def long_mark_spellings(surface: str) -> Iterator[str]:
    """The term with long vowel marks at the end of its words left out or put in."""
    places = [place for run in _RUN.finditer(surface) for place in _marks(run[0], run.start())]
    if not places:
        return
    parts = [surface[start:end] for start, end in pairwise((0, *places, len(surface)))]
    each = product(("", "ー"), repeat=len(places))
    for marks in each if len(places) <= _MOST_MARKS else (("",) * len(places), ("ー",) * len(places)):
        yield parts[0] + "".join(mark + part.removeprefix("ー") for mark, part in zip(marks, parts[1:], strict=True))


def _marks(run: str, offset: int) -> Iterator[int]:
    """Where a long vowel mark may stand or be left out, for katakana at an offset of a term."""
    bounds = word_bounds(run)
    begins = 0
    for at in range(1, len(run) + 1):
        written = run[at : at + 1] == "ー"
        if run[at - 1] not in _TAKES_MARK or not (written or at in bounds):
            continue
        word = run[begins:at]
        syllables = sum(char not in _SMALL for char in word)
        if syllables >= (_SHORTEST_TI if word[-1] == "ィ" else _SHORTEST) and word not in _KEPT_SHORT:
            yield offset + at
            begins = at + written
