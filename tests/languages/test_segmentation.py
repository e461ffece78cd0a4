import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.languages.segmentation import RUNS, is_katakana, splits_syllable, word_bounds

LETTERS = "东京都大学生智能手機𠮷野家たべものカタドメインー์่ยาตมพรวเนงកាភ្នំពេញລາວຕມြန်မာက္"


def words(run: str) -> list[str]:
    bounds = word_bounds(run)
    return [run[start:end] for start, end in pairwise(bounds)]


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("城市长期规划", "城市 长期 规划"),
        ("京都の寺", "京都 の 寺"),
        ("東京都と京都府", "東京 都 と 京都 府"),
        ("ถนนยาวมาก", "ถนน ยาว มาก"),
        ("ខ្ញុំទៅភ្នំពេញ", "ខ្ញុំ ទៅ ភ្នំពេញ"),
        ("ຂ້ອຍໄປໂຮງຮຽນ", "ຂ້ອຍ ໄປ ໂຮງຮຽນ"),
        ("နေပါတယ်", "နေ ပါ တယ်"),
    ],
)
def test_six_languages_are_cut_into_words(run: str, expected: str) -> None:
    assert words(run) == expected.split()


def test_offsets_count_code_points_beyond_the_basic_plane_too() -> None:
    assert words("𠮷野家東京")[0] == "𠮷"
    assert word_bounds("𠮷野家東京")[-1] == 5


@given(st.text(LETTERS, max_size=60))
def test_bounds_rise_from_the_start_to_the_end(run: str) -> None:
    bounds = word_bounds(run)
    assert bounds[0] == 0
    assert bounds[-1] == len(run)
    assert list(bounds) == sorted(set(bounds))


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("พร", "ะ", "a Thai vowel follows its consonant"),
        ("กาแ", "ฟ", "a Thai vowel waits for its consonant"),
        ("โ", "คน", "the same at the other edge"),
        ("ນ", "າ", "a Lao vowel follows its consonant"),
        ("ក្", "ដី", "a Khmer consonant stands under another"),
        ("လ", "မ်း", "a Burmese consonant closes the syllable"),
        ("မ", "န္တလေး", "a Burmese consonant with another under it closes the syllable"),
        ("サーバ", "ー", "long vowel mark"),
        ("フ", "ァイル", "small kana"),
        ("ﾃﾞｻﾞｲ", "ﾝ", "half-width"),
    ],
)
def test_no_word_ends_within_a_syllable(before: str, after: str, why: str) -> None:
    assert splits_syllable(before + after, len(before)), why


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("กิน", "ยา"),
        ("京都", "の"),
        ("市", "ンジャメナ"),
        ("これ", "ァ"),
        ("သူ", "ကား"),
        ("ញ៉ាំ", "នំ"),
        ("ກິນ", "ຢາ"),
        ("", "ー"),
        ("กา", ""),
    ],
)
def test_between_syllables_a_word_may_end(before: str, after: str) -> None:
    assert not splits_syllable(before + after, len(before))


def test_runs_end_at_digits_punctuation_other_scripts_and_zero_width_spaces() -> None:
    text = "โควิด-19 ๑๙บาท 東京・京都、iPhone手机 ខ្ញុំ\u200bទៅ។ နေ၊ရာ 東\u00ad京"
    assert [match[0] for match in RUNS.finditer(text)] == [
        "โควิด", "บาท", "東京", "京都", "手机", "ខ្ញុំ", "ទៅ", "နေ", "ရာ", "東\u00ad京",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [("サーバー", True), ("ｻｰﾊﾞ", True), ("サーバの", False), ("", False)])
def test_katakana_includes_the_long_vowel_mark_and_half_width_forms(text: str, *, expected: bool) -> None:
    assert is_katakana(text) is expected


def test_the_library_is_imported_only_when_a_word_is_asked_for() -> None:
    code = (
        "import sys; from termcheck.matching.word_edges import WordEdges; edges = WordEdges('東京 the 京都, 手机');"
        "edges.crossed(7, 10); edges.crossed(3, 6); assert 'icu4py' not in sys.modules;"
        "assert WordEdges('東京都').crossed(1, 3); assert 'icu4py' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
