"""Words of the scripts that write without spaces: where the orthography or a dictionary sets their edges.

The dictionaries are those of ICU: one library for Chinese, Japanese, Thai, Lao, Khmer and Burmese. It is imported when
the first word is asked for.
"""

from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from termcheck.lazy import Pattern


class Writing(StrEnum):
    """Scripts whose words run together; Han and kana stand in one text, so they are one."""

    CJK = "cjk"
    THAI = "thai"
    LAO = "lao"
    MYANMAR = "myanmar"
    KHMER = "khmer"


_LETTERS = {
    Writing.CJK: "々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaffｦ-ﾟ\U00020000-\U0003ffff",
    Writing.THAI: "\u0e01-\u0e3a\u0e40-\u0e4e",
    Writing.LAO: "\u0e81-\u0ece\u0edc-\u0edf",
    Writing.MYANMAR: "\u1000-\u103f\u1050-\u108f\u109a-\u109f\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f",
    Writing.KHMER: "\u1780-\u17b3\u17b6-\u17d3\u17d7\u17dc\u17dd",
}
"""Letters and marks of each, as the body of a character class; digits and punctuation end words in all of them."""
_INVISIBLE = "\u00ad\u200c-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
"""What is not seen and ends no word, as a zero width space does."""

RUNS = Pattern("|".join(f"(?P<{name}>[{letters}][{letters}{_INVISIBLE}]*)" for name, letters in _LETTERS.items()))
"""Letters of one script in a row; the group that matched is the name of the ``Writing``."""
INVISIBLE = Pattern(f"[{_INVISIBLE}]+")
_KATAKANA = Pattern("[ァ-ヺー-ヿㇰ-ㇿｦ-ﾟ]+")
_HIRAGANA = Pattern("[ぁ-ゖゝ-ゟ]")

_STANDS_BEFORE_CONSONANT = frozenset("เแโใไເແໂໃໄ\u17d2\u1039")
"""Vowels that are written before their consonant, and what joins two consonants: no word ends with them."""
_STANDS_AFTER_CONSONANT = frozenset("ะาำๅະາຽ")
"""Vowels that are written after their consonant as letters of their own: no word begins with them."""
_STANDS_AFTER_KANA = frozenset("ーァィゥェォッャュョヮヵヶンｰｧｨｩｪｫｯｬｭｮﾝﾞﾟ")
"""What lengthens or closes a syllable of katakana: after katakana no word begins with it."""
_CLOSES_SYLLABLE = Pattern("[\u1000-\u1021\u103f][\u1037\u1038]*[\u1039\u103a]")
"""A Burmese consonant that is the last of the syllable before it: it has an asat, or another stands under it."""
_CLASSES = frozenset(
    """ประเทศ ภาษา จังหวัด อำเภอ เมือง กรุง คน ชาว ພາສາ ປະເທດ ແຂວງ ເມືອງ ຄົນ ຊາວ ប្រទេស ភាសា ខេត្ត ក្រុង ជន ជនជាតិ
    နိုင်ငံ မြို့ ဘာသာ လူမျိုး ပြည်နယ်""".split()
)
"""Country, language, province, town, people: what stands beside a name and does not change what it names."""
_GRAMMATICAL = frozenset("的地得了着和与與及或而在对對从從把被将將为為以由到给給向跟是也就都很不之于於并並等这這那其")
"""Chinese words of one character that carry grammar; in Japanese, a single hiragana does."""


def is_katakana(text: str) -> bool:
    """Whether a text is all katakana, the long vowel mark and the half-width forms included."""
    return _KATAKANA.fullmatch(text) is not None


def is_hiragana(char: str) -> bool:
    """Whether a character is hiragana."""
    return _HIRAGANA.match(char) is not None


def is_grammatical(word: str) -> bool:
    """Whether a Chinese or Japanese word is a single character that carries grammar rather than meaning."""
    return len(word) == 1 and (word in _GRAMMATICAL or is_hiragana(word))


def names_a_class(word: str) -> bool:
    """Whether a word only says of what kind the name beside it is: ประเทศไทย is “country Thailand”."""
    return word in _CLASSES


def splits_syllable(text: str, at: int) -> bool:
    """Whether the orthography alone says that no word can end before, and another begin at, offset ``at``."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if not before or not after:
        return False
    if before in _STANDS_BEFORE_CONSONANT or after in _STANDS_AFTER_CONSONANT:
        return True
    if after in _STANDS_AFTER_KANA:
        return is_katakana(before)
    return "\u1000" <= after <= "\u103f" and _CLOSES_SYLLABLE.match(text, at) is not None


@lru_cache(maxsize=4096)
def word_bounds(run: str) -> tuple[int, ...]:
    """Offsets at which the words of a run of one script begin, and its end: the likeliest way to read it."""
    from icu4py.breakers import WordBreaker  # its offsets count UTF-16 units; its words are as they stand

    valid = run.encode(errors="replace").decode()  # without halves of characters, which end words
    return (0, *accumulate(map(len, WordBreaker(valid, "en"))))
