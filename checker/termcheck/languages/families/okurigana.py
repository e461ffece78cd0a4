"""Okurigana: the kana that Japanese writes after the kanji of a verb, and may leave out inside compound nouns.

申し込み, 申込み and 申込 are one word. Leaving out the last kana may make another word (組み合わせ is no 組合), so
this is done for listed compounds only, as is putting in what is left out.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from termcheck.lazy import Pattern

_COMPOUNDS = """
取り扱い 取り引き 取り組み 取り消し 取り締まり 取り立て 取り次ぎ 取り付け 取り替え 取り壊し 取り決め 取り調べ
取り下げ 取り崩し 取り込み 取り出し 取り計らい 取り戻し 取り置き 取り外し 取り止め 引き取り 引き渡し 引き上げ
引き下げ 引き出し 引き継ぎ 引き受け 引き落とし 引き当て 引き続き 引き換え 引き揚げ 引き締め 引き込み 引き抜き
引き分け 引き合い 引き延ばし 申し込み 申し立て 申し出 申し入れ 申し合わせ 申し送り 打ち合わせ 打ち切り 打ち消し
打ち上げ 打ち込み 売り上げ 売り出し 売り切れ 売り掛け 売り渡し 売り込み 売り場 売り手 買い上げ 買い取り 買い入れ
買い付け 買い占め 買い替え 買い掛け 買い戻し 買い手 買い物 受け付け 受け入れ 受け取り 受け渡し 受け持ち 受け継ぎ
受け払い 受け皿 立ち入り 立ち会い 立ち上げ 立ち退き 立て替え 立て直し 立ち寄り 組み合わせ 組み立て 組み込み
組み替え 組み入れ 切り替え 切り離し 切り捨て 切り上げ 切り下げ 切り取り 切り崩し 切り込み 切り抜き 払い込み
払い戻し 払い出し 払い下げ 支払い 前払い 後払い 問い合わせ 待ち合わせ 突き合わせ 抱き合わせ 見積もり 見合わせ
見込み 見通し 見舞い 見習い 見張り 見送り 貸し出し 貸し付け 貸し切り 貸し倒れ 貸し借り 借り入れ 借り上げ
借り受け 借り換え 割り当て 割り引き 割り込み 割り増し 割り振り 割り付け 割り戻し 積み立て 積み込み 積み上げ
積み替え 積み荷 積み残し 振り込み 振り替え 振り出し 振り分け 振り返り 振り仮名 繰り越し 繰り返し 繰り入れ
繰り延べ 繰り上げ 繰り下げ 繰り戻し 乗り換え 乗り入れ 乗り越し 乗り継ぎ 乗り降り 乗り組み 乗り場 締め切り
締め付け 締め出し 差し押さえ 差し止め 差し引き 差し替え 差し入れ 差し出し 差し戻し 差し支え 預け入れ 埋め立て
建て替え 建て直し 仕入れ 仕分け 仕上げ 仕組み 仕切り 書き込み 書き換え 書き取り 書き出し 読み書き 読み込み
読み取り 読み替え 落ち着き 落ち込み 追い越し 追い込み 持ち込み 持ち出し 持ち帰り 持ち分 持ち株 押し込み 押し付け
呼び出し 呼び掛け 聞き取り 聞き込み 話し合い 使い捨て 貼り付け 貼り替え 塗り替え 入れ替え 入れ換え 入り口
出入り口 手続き 手引き 手伝い 手入れ 届け出 届け先 詰め込み 詰め替え 雇い入れ 雇い止め 植え付け 植え替え
明け渡し 言い渡し 言い換え 折り返し 折り込み 折り畳み 織り込み 駆け込み 駆け引き 囲い込み 絞り込み 盛り込み
巻き込み 飛び込み 住み込み 送り出し 送り状 送り先 置き換え 置き場 行き違い 食い違い 下取り 下請け 元請け
請け負い 値引き 値上げ 値下げ 賃上げ 底上げ
""".split()
_OTHER_WORDS = frozenset("組合 待合 貸借 読書 乗降 落着 見合 抱合 立直 下取 値上 値下 賃上 底上".split())
"""What would be left of some compounds without any kana: words of their own, or none."""
_KANJI = "[\u3400-\u9fff]"
_PART = Pattern(f"({_KANJI})([\u3041-\u3096]*)")
_INSIDE = Pattern(
    f"(?<=(?![見着出寝似得煮来]){_KANJI})[いきぎしちびみりえけげせべめれ](?={_KANJI}[いきぎしちびみりえけげせてべめれ])"
)
"""The kana of a verb before another one; not after kanji that are whole stems (着替え is no 着せ替え)."""


_CONJUGATED = {
    "い": "わうえおっ", "き": "くけこ", "ぎ": "ぐげご", "し": "さすせそ", "ち": "つ", "び": "ばぶべぼん",
    "み": "まむめん", "り": "らるれろっ",
}  # fmt: skip
"""Last kana of a stem -> what other forms of the verb have in its place, where no particle begins like that."""
_AFTER_STEM = Pattern("ま[すせし]")
_AFTER_E = Pattern("[るたてらず]|ま[すせし]")


class _Compound(NamedTuple):
    spellings: list[str]
    kana: str
    """The last of them."""


def okurigana_spellings(surface: str) -> Iterator[str]:
    """Other spellings of a term with compounds of verbs in it, itself not excluded."""
    found, known = _known()
    parts = found.split(surface)
    for spelling in product(*(known[part].spellings if at % 2 else (part,) for at, part in enumerate(parts))):
        yield "".join(spelling)
    yield _INSIDE.sub("", surface)


def is_conjugated(form: str, following: str) -> bool:
    """Whether a form that ends with a listed compound is part of a verb, by the letters after it: 支払 in 支払う."""
    if not following or not "\u3041" <= following[0] <= "\u3096":
        return False
    found, known = _known()
    last = found.split(form)[-2:]
    if len(last) < 2 or last[1]:
        return False
    kana = known[last[0]].kana
    written = last[0][-1:] if last[0][-1:] in kana else ""
    if not written:
        if following[0] in _CONJUGATED.get(kana[-1:], ""):
            return True
        written = next((end for end in (kana, kana[-1:]) if end and following.startswith(end)), "")
        following = following[len(written) :]
    rule = _AFTER_STEM if written in _CONJUGATED else _AFTER_E
    return bool(written) and rule.match(following) is not None


@cache
def _known() -> tuple[re.Pattern[str], dict[str, _Compound]]:
    """What finds a listed compound in any spelling, and the compound by each of them."""
    known: dict[str, _Compound] = {}
    for compound in _COMPOUNDS:
        parts = _PART.compiled.findall(compound)
        spellings = list(dict.fromkeys(_spellings(parts)))
        for spelling in spellings:
            known.setdefault(spelling, _Compound(spellings, parts[-1][1]))
    longest_first = sorted(known, key=lambda spelling: (-len(spelling), spelling))
    return re.compile(f"({'|'.join(longest_first)})"), known


def _spellings(parts: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A compound with its kana, with the last of them only, without; what comes first is left out first."""
    for kana in product(*(dict.fromkeys((kana, kana[-1:], "")) for _, kana in parts)):
        left_out = [not ours for ours, (_, theirs) in zip(kana, parts, strict=True) if theirs]
        spelling = "".join(kanji + ours for (kanji, _), ours in zip(parts, kana, strict=True))
        if left_out == sorted(left_out, reverse=True) and spelling not in _OTHER_WORDS:
            yield spelling
