"""Chinese: what must not differ in a misspelt name."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两双首初甲乙丙丁戊己庚辛壬癸")
_LEVELS = {
    char: level
    for level, chars in {
        "national": "国國", "provincial": "省", "municipal": "市", "county": "县縣", "district": "区區",
        "prefectural": "州", "township": "乡鄉镇鎮", "village": "村", "world": "球",
    }.items()
    for char in chars
}  # fmt: skip
_PLACE_CHARACTERS = frozenset(
    "京津沪滬渝冀晋晉辽遼吉黑苏蘇浙皖闽閩赣贛鲁魯豫鄂湘粤粵桂琼瓊川黔滇藏陕陝甘青宁寧新港澳台臺"
    "东東西南北中上下左右内內外前后後"
)
_OPPOSITES = frozenset(
    frozenset(pair)
    for pair in (
        "进出", "進出", "买卖", "買賣", "内外", "內外", "公私", "上下", "大小", "高低", "男女", "正副", "正负", "新旧",
        "输受", "增减", "增減", "入出", "前后", "左右", "长短", "軍民", "军民", "甲乙", "国外", "党政", "黨政", "省市",
    )
)  # fmt: skip


class Chinese(Generic):
    """Word knowledge of Chinese; a token is one character."""

    def __init__(self) -> None:
        """Prepare."""
        super().__init__(Facts(code="zh", name="Chinese", inflects=False))

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
        return word in "副前原代非反未不无無总總分"
