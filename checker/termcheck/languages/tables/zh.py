"""Chinese: Simplified and Traditional, and what must not differ in a misspelt name."""

from functools import cached_property

from termcheck.languages.facts import Facts
from termcheck.languages.families.spaceless import Spaceless
from termcheck.languages.wordlist import character_table

_NUMERALS = {char: char for char in "〇一二三四五六七八九十百千万亿两双首初甲乙丙丁戊己庚辛壬癸"}
_NUMERALS |= dict(zip("零壹贰叁肆伍陆柒捌玖拾佰仟", "〇一二三四五六七八九十百千", strict=True))
_LEVELS = {
    char: level
    for level, chars in {
        "national": "国", "provincial": "省", "municipal": "市", "county": "县", "district": "区",
        "prefectural": "州", "township": "乡镇", "village": "村", "world": "球",
    }.items()
    for char in chars
}  # fmt: skip
_PLACE_CHARACTERS = frozenset(
    "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁新港澳台东西南北中上下左右内外前后美英法德俄日韩朝印欧亚"
)
_OPPOSITES = frozenset(
    frozenset(pair)
    for pair in (
        "进出", "买卖", "内外", "公私", "上下", "大小", "高低", "男女", "正副", "正负", "新旧", "输受", "增减", "入出",
        "前后", "左右", "长短", "军民", "甲乙", "国外", "党政", "省市",
    )
)  # fmt: skip
_NOTES = "simplified = traditional, and regional variants of characters; 第14届 = 第十四届"


class Chinese(Spaceless):
    """Word knowledge of Chinese; a token is one character, compared in its simplified form."""

    def __init__(self) -> None:
        """Prepare."""
        super().__init__(Facts(code="zh", name="Chinese", notes=_NOTES, inflects=False))
        self.respells = True

    @cached_property
    def _simplified(self) -> dict[str, str]:
        return character_table("zh.simplified.txt")

    def respell(self, word: str, written: str) -> str:
        """The simplified character."""
        return self._simplified.get(word, word)

    def adapt(self, text: str, shown: str, around: str = "") -> str | None:
        """Nothing for the other script unless the target is the same in both: one simplified character is several."""
        other = self._other_script(shown) or self._other_script(around)
        return text if other is None or other.isdisjoint(text) else None

    def _other_script(self, text: str) -> frozenset[str] | None:
        """Characters that do not belong in a text of the script that this one is in; None where that cannot be told."""
        traditional = sum(char in self._simplified and not _encodes(char, "gb2312") for char in text)
        simplified = sum(char in self._only_simplified and not _encodes(char, "big5") for char in text)
        if traditional == simplified:
            return None
        return self._only_simplified if traditional > simplified else frozenset(self._simplified)

    @cached_property
    def _only_simplified(self) -> frozenset[str]:
        """What characters are simplified to; some are traditional as well, but who knows which is meant."""
        pairs = self._simplified.items()
        return frozenset(plain for char, plain in pairs if "\u4e00" <= char <= "\u9fff") - self._simplified.keys()

    def number(self, word: str) -> str | None:
        """A numeral in its plain form."""
        return _NUMERALS.get(word) or super().number(word)

    def is_place(self, word: str) -> bool:
        """Whether a character stands for a province or a country or is a direction, as names have them."""
        return word in _PLACE_CHARACTERS

    def level(self, word: str) -> str | None:
        """The administrative level that a character names."""
        return _LEVELS.get(word)

    def excludes(self, word: str, other: str) -> bool:
        """Whether two characters are listed opposites."""
        return frozenset((word, other)) in _OPPOSITES

    def qualifies(self, word: str) -> bool:
        """Whether a character that is added or dropped makes another thing of it."""
        return word in "副前原代非反未不无总分的和与及或"


def _encodes(char: str, charset: str) -> bool:
    """Whether an old character set of the mainland or of Taiwan has it, so that texts of its script may."""
    return bool(char.encode(charset, errors="ignore"))


LANGUAGE = Chinese()
