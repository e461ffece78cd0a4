"""Syllables of Thai, Lao and Khmer that can be typed in several ways which look the same, read in one of them.

Unicode keeps these apart: signs in another order, a vowel as its two halves, the two Khmer subscripts of one shape.
"""

from msgspec import Struct

from termcheck.lazy import Pattern

_ANY = Pattern("[\u0e31-\u0ece\u17b6-\u17dd]")
_THAI_TONES = "[\u0e48-\u0e4c]"
_THAI_VOWEL_SIGNS = "[\u0e31\u0e34-\u0e39\u0e47]"
_LAO_TONES = "[\u0ec8-\u0ecb]"
_FEW = "{0,8}"
"""Tones in one place: more are no word, and without a bound they would be gone through from each of them."""
_SEQUENCES = Pattern(
    f"\u0e40\u0e40|\u0ec0\u0ec0"  # two e for ae
    f"|{_THAI_TONES}{_FEW}\u0e4d{_THAI_TONES}{_FEW}\u0e32|\u0e33{_THAI_TONES}+"  # am in two parts, or before its tone
    f"|{_LAO_TONES}{_FEW}\u0ecd{_LAO_TONES}{_FEW}\u0eb2|\u0eb3{_LAO_TONES}+"
    f"|{_THAI_TONES}{{1,8}}{_THAI_VOWEL_SIGNS}+"  # a tone before its vowel
    "|(?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])+"  # all that stands around a Khmer consonant
)
_HALVES = (
    ("\u0e40\u0e40", "\u0e41"), ("\u0ec0\u0ec0", "\u0ec1"), ("\u0e4d\u0e32", "\u0e33"), ("\u0ecd\u0eb2", "\u0eb3"),
    ("\u17c1\u17b8", "\u17be"), ("\u17c1\u17b6", "\u17c4"), ("\u17d2\u178a", "\u17d2\u178f"),
)  # fmt: skip
"""What is typed as two -> as one; the subscripts of Khmer da and ta look the same."""
_PLACES = {
    **dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b\u0ec8\u0ec9\u0eca\u0ecb", 2), "\u0e4c": 3,
    **dict.fromkeys("\u0e4d\u0e32\u0ecd\u0eb2\u0e33\u0eb3", 4),
    "\u17cc": 0, "\u17d2": 1, "\u17d2\u179a": 2, "\u17c9": 3, "\u17ca": 3,
    **{chr(vowel): 4 for vowel in range(0x17B6, 0x17C6)}, "\u17c6": 6, "\u17c7": 6, "\u17c8": 6,
}  # fmt: skip
"""Where a sign stands among those of one consonant."""
_SIGNS = Pattern("\u17d2.|.")
_PUSHED_DOWN = Pattern("[\u17c9\u17ca](?=[\u17b7-\u17ba\u17be\u17d0])")
"""Signs of the register that a vowel above the consonant pushes down to where they look like u."""


class Retyped(Struct, frozen=True):
    """A text as it is usually typed, and for each of its characters where what it stands for starts and ends."""

    text: str
    starts: list[int]
    ends: list[int]


def retype(text: str) -> Retyped | None:
    """The text with each syllable typed in one way; None where that changes nothing."""
    if not _ANY.search(text):
        return None
    changes = [(*match.span(), usual) for match in _SEQUENCES.finditer(text) if (usual := _usual(match[0])) != match[0]]
    if not changes:
        return None
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, usual in (*changes, (len(text), len(text), "")):
        parts += (text[done:start], usual)
        in_place = len(usual) == end - start
        starts += [*range(done, start), *(range(start, end) if in_place else [start] * len(usual))]
        ends += [*range(done + 1, start + 1), *(range(start + 1, end + 1) if in_place else [end] * len(usual))]
        done = end
    return Retyped("".join(parts), starts, ends)


def _usual(sequence: str) -> str:
    signs = [match[0] for match in _SIGNS.finditer(sequence)]
    ordered = "".join(sorted(signs, key=_place))
    for halves, whole in _HALVES:
        ordered = ordered.replace(halves, whole)
    return _PUSHED_DOWN.sub("\u17bb", ordered)


def _place(sign: str) -> int:
    """Of Thai and Lao signs the vowels come first, then tones; of Khmer ones the subscripts, r last, then vowels."""
    known = _PLACES.get(sign)
    if known is not None:
        return known
    return _PLACES[sign[0]] if sign[0] == "\u17d2" else 5 if sign >= "\u1780" else 1
