"""Tells older encodings apart, also for a single sentence.

Libraries for this count bytes and are weak on short text. Here every encoding is tried; a reading counts only if it is
text as people write it: common characters of Chinese, Japanese or Korean, or words whose letters all belong to the
alphabet of one language. If two readings that differ are about as good, the answer is None. Long texts in encodings
that are not listed here are left to charset-normalizer.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from termcheck.articles.alphabets import Alphabet, Letters, by_script, latin
from termcheck.articles.frequent import HANGUL, HANZI, KANJI, TRADITIONAL

_SAMPLE = 200_000
"""So many bytes are weighed; all are decoded."""
_MARGIN = 0.15
_GOOD = 0.6
_PUNCTUATION = frozenset("“”‘’„‚«»‹›–—…•·°§©®™€£¥¢¡¿´¨ªº½¼¾²³±×÷\u00a0\u00ad№¶†‡‰")


class _Script(NamedTuple):
    """One way to read bytes of two or more per character."""

    encoding: str
    is_common: Callable[[str], bool]
    frequent: frozenset[str]


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class _Reading(NamedTuple):
    """What one encoding makes of the bytes."""

    score: float
    """0 to 1."""
    encoding: str
    text: str


def detect(data: bytes) -> str | None:
    """The text of bytes that are not UTF-8; None where their encoding cannot be told for certain."""
    sample = _sample(data)
    readings = sorted((*_wide(sample), *_latin_readings(sample), *_non_latin(sample)), reverse=True)
    good = [reading for reading in readings if reading.score >= _GOOD]
    if good and all(one.text == good[0].text or one.score < good[0].score - _MARGIN for one in good[1:]):
        return _whole(data, good[0].encoding)
    return None if good else _by_library(data)


def _sample(data: bytes) -> bytes:
    """The beginning of the bytes, up to a line end, so that no character is cut."""
    if len(data) <= _SAMPLE:
        return data
    end = data.rfind(b"\n", 0, _SAMPLE)
    return data[: end + 1] if end > 0 else data


def _whole(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if any("\x80" <= char <= "\x9f" or char == "\ufffd" for char in text) else text


# ------------------------------------------------------------------------------------- Chinese, Japanese, Korean


def _wide(sample: bytes) -> list[_Reading]:
    """The readings in encodings of East Asia."""
    scripts = (
        _Script("gb18030", lambda char: _row("gb2312", char) in _GB_LEVEL_1, HANZI),
        _Script("big5hkscs", lambda char: _row("big5", char) in _BIG5_LEVEL_1, TRADITIONAL),
        _Script("cp932", lambda char: _is_kana(char) or _row("euc_jp", char) in _JIS_LEVEL_1, KANJI),
        _Script("euc_jp", lambda char: _is_kana(char) or _row("euc_jp", char) in _JIS_LEVEL_1, KANJI),
        _Script("cp949", lambda char: "가" <= char <= "힣" and _row("euc_kr", char) in _KSX_HANGUL, HANGUL),
    )
    found = []
    for script in scripts:
        text = _whole(sample, script.encoding)
        if text is not None:
            score = _wide_score(text, script)
            found.append(_Reading(score, script.encoding, text))
    return found


_GB_LEVEL_1 = range(0xB0, 0xD8)
_BIG5_LEVEL_1 = range(0xA4, 0xC7)
_JIS_LEVEL_1 = range(0xB0, 0xD0)
_KSX_HANGUL = range(0xB0, 0xC9)
_PLAIN_WIDE = frozenset("　，。、；：？！“”‘’（）《》〈〉【】「」『』…—·．％－～・○０１２３４５６７８９")
_FEW_WIDE = 12
_FEWEST_WIDE, _FEWEST_LETTERS = 4, 16
_USUAL_FREQUENT = 0.6
_USUAL_KANA = 0.3


def _wide_score(text: str, script: _Script) -> float:
    """How far a text consists of common characters of the script, and of frequent ones as often as usual."""
    letters = [char for char in text if char > "\x7f" and char not in _PLAIN_WIDE and char not in _PUNCTUATION]
    if len(letters) < _FEWEST_WIDE:
        return 0.0
    common = sum(map(script.is_common, letters)) / len(letters)
    usual = _USUAL_FREQUENT
    frequent = sum(char in script.frequent for char in letters) / len(letters)
    if script.frequent is KANJI:
        frequent, usual = sum(map(_is_kana, letters)) / len(letters), _USUAL_KANA
    least = usual if len(letters) < _FEW_WIDE else usual / 2
    if common < 0.85 or frequent < least:
        return 0.0
    return common * (0.4 + 0.6 * min(1.0, frequent / usual))


def _is_kana(char: str) -> bool:
    return "\u3041" <= char <= "\u30fe"


def _row(encoding: str, char: str) -> int:
    """First byte of a character in an encoding of two bytes; 0 where it has none there."""
    try:
        encoded = char.encode(encoding)
    except UnicodeEncodeError:
        return 0
    return encoded[0] if len(encoded) > 1 else 0


# ------------------------------------------------------------------------------------------------------ alphabets


def _latin_readings(sample: bytes) -> list[_Reading]:
    found = []
    for encoding, alphabets in latin().items():
        text = _whole(sample, encoding)
        if text is not None:
            found.append(_Reading(_latin_score(text, alphabets), encoding, text))
    return found


def _latin_score(text: str, alphabets: tuple[Alphabet, ...]) -> float:
    """How well the words beyond ASCII fit the alphabet of the language that the most frequent words speak for."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    special = [word for word in words if not word.isascii()]
    signs = [char for char in text if char > "\x7f" and not char.isalpha()]
    odd_signs = sum(char not in _PUNCTUATION and not unicodedata.combining(char) for char in signs)
    if odd_signs or _sign_in_word(text) or any(not _has_usual_case(word) for word in special):
        return 0.0
    if not special:
        return 0.9
    long = "".join(word for word in special if len(word) > 2)
    if sum(char > "\x7f" for char in long) > len(long) / 2:
        return 0.0
    seen = {word.lower() for word in words}
    hits = [sum(1.0 if len(word) > 1 else 0.5 for word in seen & alphabet.words) for alphabet in alphabets]
    borrowed = tuple(alphabet for alphabet in alphabets if "þ" not in alphabet.letters)
    fits = [_fit(special, (alphabet,) if alphabet.letters else borrowed) for alphabet in alphabets]
    weighed = [(fit, hit) for fit, hit in zip(fits, hits, strict=True) if long or hit > 1]
    best = max((fit * (0.6 + max(0.0, min(0.4, 0.2 * (hit - 1)))) for fit, hit in weighed), default=0.0)
    return best if max(fits) >= 0.9 else 0.0


def _fit(words: list[str], alphabets: tuple[Alphabet, ...]) -> float:
    """Share of the words whose letters all belong to one of the alphabets."""
    beyond = [{char for char in word if char > "\x7f" and char != "’"} for word in words]
    return sum(any(letters <= alphabet.letters for alphabet in alphabets) for letters in beyond) / len(words)


_SIGN_IN_WORD = re.compile(r"[^\W\d_][“”„‚«»‹›–…•°§©®™€£¥¢¡¿´¨½¼¾²³±×÷№¶†‡‰]+[^\W\d_]{2}")


def _sign_in_word(text: str) -> bool:
    """Whether signs stand inside words, as they do where letters were misread."""
    return sum(1 for _ in _SIGN_IN_WORD.finditer(text)) > len(text) / 500


def _has_usual_case(word: str) -> bool:
    """Whether capitals stand at the start, or everywhere."""
    return (
        word[1:].islower()
        or word.isupper()
        or len(word) == 1
        or not any(map(str.isupper, word[1:]))
        or "'" in word
        or "’" in word
    )


def _non_latin(sample: bytes) -> list[_Reading]:
    found = []
    for encoding, letters in by_script().items():
        text = _whole(sample, encoding)
        if text is not None:
            found.append(_Reading(_script_score(text, letters), encoding, text))
    return found


_VOWELS = (0.28, 0.65)
"""Share of vowels in texts of alphabets that write them."""


def _script_score(text: str, known: Letters) -> float:
    """How far words keep to one script, with its frequent letters as often as usual and nothing impossible."""
    special = [word for word in _WORD.findall(text) if not word.isascii()]
    letters = [char.lower() for word in special for char in word if char > "\x7f"]
    marks = [char for char in text if char > "\x7f" and not char.isalpha() and char not in _PUNCTUATION]
    if len(letters) < _FEWEST_LETTERS:
        return 0.0
    if any(not unicodedata.combining(char) and char not in _THAI_SIGNS for char in marks):
        return 0.0
    if known.script != "THAI" and len(marks) > (len(letters) / 10 if known.script == "ARABIC" else 0):
        return 0.0
    pure = sum(all(_is_of(char, known.script) for char in word) and _has_usual_case(word) for word in special)
    share = sum(char in known.frequent for char in letters) / len(letters)
    vowels = sum(char in known.vowels for char in letters) / len(letters)
    odd = sum(1 for _ in known.impossible.finditer(text)) if known.impossible else 0
    if pure < 0.9 * len(special) or share < known.usual or odd > len(special) / 20:
        return 0.0
    if known.vowels and not _VOWELS[0] <= vowels <= _VOWELS[1]:
        return 0.0
    is_shouted = sum(map(str.isupper, text)) > len(letters) / 2
    return pure / len(special) * (0.5 if is_shouted else 1.0)


_THAI_SIGNS = frozenset("฿ๆ๏๐๑๒๓๔๕๖๗๘๙ัิีึืฺุู็่้๊๋์ํ๎")


def _is_of(char: str, script: str) -> bool:
    return unicodedata.name(char, "").startswith(script)


# -------------------------------------------------------------------------------------------------------- library

_LONG = 2000
_COHERENT = 0.5


def _by_library(data: bytes) -> str | None:
    """What charset-normalizer says of a long text, if it is sure and knows the language."""
    if len(data) < _LONG:
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.coherence < _COHERENT or best.percent_chaos > 1:
        return None
    return _whole(data, best.encoding)
