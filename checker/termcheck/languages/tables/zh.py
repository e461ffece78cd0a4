"""Chinese: Simplified and Traditional, and what must not differ in a misspelt name."""

from functools import cached_property

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic
from termcheck.languages.wordlist import character_table

_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两双首初甲乙丙丁戊己庚辛壬癸")
_LEVELS = {
    char: level
    for level, chars in {
        "national": "国", "provincial": "省", "municipal": "市", "county": "县", "district": "区",
        "prefectural": "州", "township": "乡镇", "village": "村", "world": "球",
    }.items()
    for char in chars
}  # fmt: skip
_PLACE_CHARACTERS = frozenset(
    "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇藏陕甘青宁新港澳台东西南北中上下左右内外前后"
)
_OPPOSITES = frozenset(
    frozenset(pair)
    for pair in (
        "进出", "买卖", "内外", "公私", "上下", "大小", "高低", "男女", "正副", "正负", "新旧", "输受", "增减", "入出",
        "前后", "左右", "长短", "军民", "甲乙", "国外", "党政", "省市",
    )
)  # fmt: skip


class Chinese(Generic):
    """Word knowledge of Chinese; a token is one character, compared in its simplified form."""

    def __init__(self) -> None:
        """Prepare."""
        super().__init__(Facts(code="zh", name="Chinese", inflects=False))
        self.respells = True

    @cached_property
    def _simplified(self) -> dict[str, str]:
        return character_table("zh.simplified.txt")

    def respell(self, word: str, written: str) -> str:
        """The simplified character."""
        return self._simplified.get(word, word)

    def adapt(self, text: str, shown: str) -> str | None:
        """Nothing for a traditional text unless the target is the same in both: one simplified character is several."""
        both = self._simplified
        if all(char not in both for char in shown):
            return text
        simplified = set(both.values())
        return None if any(char in simplified and char not in both for char in text) else text

    def number(self, word: str) -> str | None:
        """A numeral as it is."""
        return word if word in _NUMERALS else super().number(word)

    def is_place(self, word: str) -> bool:
        """Whether a character abbreviates a province or is a direction, as place names have them."""
        return word in _PLACE_CHARACTERS

    def level(self, word: str) -> str | None:
        """The administrative level that a character names."""
        return _LEVELS.get(word)

    def excludes(self, word: str, other: str) -> bool:
        """Whether two characters are listed opposites."""
        return frozenset((word, other)) in _OPPOSITES

    def qualifies(self, word: str) -> bool:
        """Whether a character that is added or dropped makes another thing of it."""
        return word in "副前原代非反未不无总分"


LANGUAGE = Chinese()
