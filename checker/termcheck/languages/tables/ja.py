"""Japanese: spellings of one word, and what must not differ in a misspelt name."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from termcheck.languages.facts import Facts
from termcheck.languages.families.spaceless import Spaceless
from termcheck.languages.wordlist import character_table
from termcheck.lazy import Pattern

_COUNTER = Pattern("(?<=[0-9〇一二三四五六七八九十百千数何])[ヶケヵカか箇個](?=[月所国年条村町寺語])")
_COUNTER_SPELLINGS = "ケカか箇個"
_PLACES = frozenset("東西南北中上下左右内外前後米英仏独露伊韓朝台印豪加欧亜阪京")
"""Directions, and characters that stand for a country or a town."""

FACTS = Facts(
    code="ja",
    name="Japanese",
    notes="old kanji, okurigana, long vowel marks and middle dots left out, 三ヶ月 = 三か月, バイオリン = ヴァイオリン",
    letters=(("ヶ", "ケ"), ("ヵ", "カ")),
    numbers=tuple("〇 零 一 二 三 四 五 六 七 八 九 十 百 千 万 億 兆 両 双 半 初 甲 乙 丙 丁".split()),
    levels={
        "national": "国", "metropolitan": "都", "regional": "道", "prefectural": "県", "urban": "府", "municipal": "市",
        "district": "区", "county": "郡", "town": "町", "village": "村", "world": "世",
    },
    opposites=(
        "入 出", "売 買", "公 私", "官 民", "大 小 中", "高 低", "男 女", "正 副", "新 旧", "増 減", "長 短",
        "送 受", "貸 借", "与 野", "陸 海 空", "有 無", "主 従", "先 後", "縦 横", "衆 参", "和 洋", "日 夜 昼",
        "労 使", "良 悪", "善 悪", "往 復", "春 夏 秋 冬", "父 母", "兄 弟 姉 妹", "親 子", "生 死", "強 弱",
        "軽 重", "発 着", "開 閉", "加 減", "賛 反",
        "オン オフ", "マイクロ マクロ", "イントラ インター", "インプット アウトプット", "インポート エクスポート",
    ),
    qualifiers="副 前 元 非 反 未 不 無 総 準 新 旧 の と を に は が も で へ や な",
    inflects=False,
)  # fmt: skip


class Japanese(Spaceless):
    """Word knowledge of Japanese; a token is one character, a kanji compared in its new form."""

    @cached_property
    def _new(self) -> dict[str, str]:
        return character_table("ja.new.txt")

    def respell(self, word: str, written: str) -> str:
        """The new form of a kanji."""
        return self._new.get(word) or super().respell(word, written)

    def spelling_rules(self) -> Iterable[Callable[[str], Iterator[str]]]:
        """Also okurigana, counters, katakana."""
        from termcheck.languages.families.katakana import long_mark_spellings, sound_spellings
        from termcheck.languages.families.okurigana import okurigana_spellings

        return (
            *super().spelling_rules(),
            okurigana_spellings,
            _counter_spellings,
            sound_spellings,
            long_mark_spellings,
        )

    def runs_on(self, form: str, following: str) -> bool:
        """Whether a compound of verbs is a verb there."""
        from termcheck.languages.families.okurigana import is_conjugated

        return is_conjugated(form, following)

    def is_place(self, word: str) -> bool:
        """Whether a character is a direction, or stands for a country, as names have them."""
        return word in _PLACES


def _counter_spellings(surface: str) -> Iterator[str]:
    for spelling in _COUNTER_SPELLINGS:
        yield _COUNTER.sub(spelling, surface)


LANGUAGE = Japanese(FACTS)
