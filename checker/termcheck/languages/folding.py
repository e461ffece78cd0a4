"""Folding: two stretches of text that a reader takes for the same fold to the same letters.

Folded are letter case, width, ligatures, Arabic presentation forms, kinds of hyphen, space and apostrophe, invisible
characters, canonical equivalence (Unicode NFC), and what looks the same in Thai, Lao and Khmer. Accents, superscripts,
fractions and digits are kept.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from termcheck.languages.typing_order import retype
from termcheck.lazy import Pattern
from termcheck.model import BLOCK_BREAK

HYPHENS = "-‐‑‒–−﹣－⁃־᠆゠"
APOSTROPHES = "'’‘‛ʼʹ`´′＇ꞌ՚"
_APOSTROPHE_SET = frozenset(APOSTROPHES)
_HYPHEN_SET = frozenset(HYPHENS)
_INVISIBLE = frozenset("\u034f\u0640\u115f\u1160\u180b\u180c\u180d\u3164")
_VARIATIONS = (("\ufe00", "\ufe0f"), ("\U000e0100", "\U000e01ef"))
_COMPATIBLE = ("<wide>", "<narrow>", "<initial>", "<medial>", "<final>", "<isolated>")
_COMBINING = (
    ("\u0300", "\u1fff"), ("\u20d0", "\u20ff"), ("\u2cef", "\u2cf1"), ("\u2de0", "\u2dff"), ("\u302a", "\u302f"),
    ("\u3099", "\u309a"), ("\ua66f", "\uabff"), ("\ud7b0", "\ud7ff"), ("\ufb1e", "\ufb1e"), ("\ufe00", "\ufe2f"),
    ("\uff9e", "\uff9f"), ("\U00010000", "\U0010ffff"),
)  # fmt: skip
"""Blocks with characters that may belong to the one before them."""
_ACCENTS = (("\u0300", "\u036f"), ("\u1ab0", "\u1aff"), ("\u1dc0", "\u1dff"))
"""Marks of alphabetic scripts; those of others are vowels and tones, without which a word is another one."""
_TYPED = str.maketrans("ıłđø", "ildo")
"""Letters of their own, and what is typed in their place where a keyboard lacks them."""
_RUN = Pattern(r"[\x00-\x7f]+|[^\x00-\x7f]")
_LONGEST_CLUSTER = 32
"""A base letter with more marks than this is no text of any language; it is only lower-cased."""
_ASCII_SPACE = str.maketrans("\t\n\r\x0b\x0c`", "     '")
_ASCII_BREAK = "\x1e"
"""Stands for the border between blocks while all the rest is ASCII, which folds many times as fast."""


class Folded(Struct, frozen=True):
    """A folded text and the way back to the text it was folded from."""

    text: str
    starts: list[int] | range
    """For each folded code point, where the stretch that it stands for starts."""
    ends: list[int] | range
    """For each folded code point, where that stretch ends, exclusive."""


def fold(text: str) -> str:
    """The folded text, for comparing."""
    return text.lower() if text.isascii() and "`" not in text else fold_with_map(text).text


def fold_with_map(text: str) -> Folded:
    """The folded text with offsets into ``text``, in code points."""
    if text.isascii() and "`" not in text:
        return Folded(_fold_ascii(text), range(len(text)), range(1, len(text) + 1))
    blocks = text.replace(BLOCK_BREAK, _ASCII_BREAK)
    if blocks.isascii() and "`" not in text and _ASCII_BREAK not in text:
        folded_text = _fold_ascii(blocks).replace(_ASCII_BREAK, BLOCK_BREAK)
        return Folded(folded_text, range(len(text)), range(1, len(text) + 1))
    retyped = retype(text)
    if retyped is None:
        return _fold_by_character(text) or _fold_by_cluster(text)
    folded = _fold_by_character(retyped.text) or _fold_by_cluster(retyped.text)
    starts = [retyped.starts[at] for at in folded.starts]
    return Folded(folded.text, starts, [retyped.ends[end - 1] for end in folded.ends])


def _fold_by_character(text: str) -> Folded | None:
    """The folded text where every character folds to one or none and no two combine; else None."""
    table = {ord(char): _fold_alone(char) for char in set(text)}
    lengths = {len(folded) for folded in table.values()}
    if lengths - {0, 1}:
        return None
    folded = text.translate(table)
    if not (unicodedata.is_normalized("NFC", text) and unicodedata.is_normalized("NFC", folded)):
        return None
    if 0 not in lengths:
        return Folded(folded, range(len(text)), range(1, len(text) + 1))
    kept = [at for at, char in enumerate(text) if table[ord(char)]]
    return Folded(folded, kept, [at + 1 for at in kept])


@lru_cache(maxsize=20_000)
def _fold_alone(char: str) -> str:
    if char.isascii():
        return _fold_ascii(char)
    return "" if _is_invisible(char) else _fold_character(char)


def _fold_by_cluster(text: str) -> Folded:
    """Fold each character together with the marks on it."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        cluster = text[start:end]
        if cluster.isascii():
            parts.append(_fold_ascii(cluster))
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
            continue
        folded = _fold_cluster(cluster) if end - start <= _LONGEST_CLUSTER else cluster.lower()
        parts.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
    return Folded("".join(parts), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Where runs of ASCII stand, and every other character with the marks on it."""
    if not any(within(char, _COMBINING) for char in set(text)):
        return (match.span() for match in _RUN.finditer(text))
    import regex  # costs the start of the program more than a text in plain English is worth

    return (match.span() for match in regex.finditer(_CLUSTER, text))


_CLUSTER = (
    r"[\x00-\x7F]+(?![\p{M}\uFF9E\uFF9F])|[\uAC00-\uD7A3\u1100-\u11FF][\u1100-\u11FF]+"
    r"|\P{M}?[\p{M}\uFF9E\uFF9F]+|\P{M}"
)


def _fold_ascii(text: str) -> str:
    return text.lower().translate(_ASCII_SPACE)


@lru_cache(maxsize=20_000)
def _fold_cluster(cluster: str) -> str:
    """Fold a base character with the marks that follow it."""
    visible = "".join(char for char in cluster if not _is_invisible(char))
    folded = "".join(map(_fold_character, unicodedata.normalize("NFC", visible)))
    return unicodedata.normalize("NFC", folded)


def within(char: str, blocks: tuple[tuple[str, str], ...]) -> bool:
    """Whether a character lies in one of the blocks, given by their first and last."""
    return any(first <= char <= last for first, last in blocks)


def _is_invisible(char: str) -> bool:
    """Soft hyphens, zero widths, direction marks, tatweel, fillers, variation selectors."""
    if char in _INVISIBLE or unicodedata.category(char) == "Cf":
        return True
    return within(char, _VARIATIONS)


def _fold_character(char: str) -> str:
    if char in _HYPHEN_SET:
        return "-"
    if char in _APOSTROPHE_SET:
        return "'"
    category = unicodedata.category(char)
    if category == "Zs" or char in "\u2028\x85":
        return " "
    decomposition = unicodedata.decomposition(char)
    if decomposition.startswith((*_COMPATIBLE, "<compat>")):
        plain = unicodedata.normalize("NFKC", char)
        if not decomposition.startswith("<compat>") or unicodedata.category(plain[0])[0] == category[0] == "L":
            return unicodedata.normalize("NFC", plain.lower())  # of <compat>, ligatures only
    lowered = char.lower()
    return "σ" if lowered == "ς" else lowered


def strip_accents(word: str) -> str:
    """A word of an alphabetic script without its accents."""
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFD", word) if not within(char, _ACCENTS))


def plain_letters(word: str) -> str:
    """A word of an alphabetic script as it is typed where letters with accents and strokes are lacking."""
    return word if word.isascii() else strip_accents(word).translate(_TYPED)


def plain_initial(word: str) -> str:
    """The word with a plain first letter: many leave out the accents of capitals (Etats for États)."""
    return plain_letters(word[:1]) + word[1:]
