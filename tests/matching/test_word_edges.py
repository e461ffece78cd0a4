"""Traps (a short term in the letters of other words) and finds, by language; see ``tests/languages/segmentation``.

A line with ``limit`` says what the dictionary cannot tell: it may fail, and it is no promise that it does.
"""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.matching.word_edges import WordEdges

FOLDER = Path(__file__).resolve().parents[1] / "languages" / "segmentation"
LANGUAGES = ("zh", "ja", "th", "km", "lo", "my")
LETTERS = "东京都大学生智能手機𠮷たべものカタメンーยาตมพรวเนงាភ្នំលາວຕမြန်မာ12aZ -、。\u200b\u00ad\ufe00\u2029\ufffc\ud800"


def rows(lang: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (FOLDER / f"{lang}.jsonl").read_text("utf-8").splitlines()]


def places(term: str, text: str) -> list[tuple[int, int]]:
    pattern = r"\s?".join(map(re.escape, term))
    return [match.span() for match in re.finditer(pattern, text)]


def is_found(term: str, text: str) -> bool:
    edges = WordEdges(text)
    at = places(term, text)
    assert at, "the table itself is wrong"
    return any(not edges.crossed(*place) for place in at)


def table() -> list[object]:
    beyond = [pytest.mark.xfail(reason="beyond the dictionary", strict=False)]
    return [
        pytest.param(
            row["term"], row["text"], row["found"], id=f"{lang}{number}", marks=beyond if row.get("limit") else []
        )
        for lang in LANGUAGES
        for number, row in enumerate(rows(lang), 1)
    ]


@pytest.mark.parametrize(("term", "text", "found"), table())
def test_a_term_is_found_as_a_word_and_not_in_the_letters_of_others(term: str, text: str, *, found: bool) -> None:
    assert is_found(term, text) is found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_has_traps_and_finds_and_few_limits(lang: str) -> None:
    found = [row["found"] for row in rows(lang)]
    least = 40 if lang in {"zh", "ja", "th"} else 15
    assert found.count(True) >= least
    assert found.count(False) >= least
    assert sum("limit" in row for row in rows(lang)) <= len(found) / 8


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("การสมองกลเพื่อ", "โครงการสมองกลเพื่อโรงเรียน"),
        ("中央网信办", "由中央网信办公布"),
        ("大阪大学生活協同組合", "新大阪大学生活協同組合員"),
    ],
)
def test_long_terms_are_found_whatever_the_dictionary_says(term: str, text: str) -> None:
    assert is_found(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("โควิด-19", "ผู้ป่วยโควิด-19รายใหม่"),
        ("5G手机", "新5G手机壳"),
        ("AI学", "日本AI学会"),
        ("ยา", "กิน\u200bยา\u200bว"),
        ("京都", "東、京都、府"),
        ("京都", "東\u2029京都"),
        ("手机", "iPhone手机Pro"),
        ("ドメイン", "新ドメイン名"),
    ],
)
def test_other_scripts_and_marks_are_edges(term: str, text: str) -> None:
    assert is_found(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [("京都", "東\u00ad京都の人口"), ("京都", "東\U000e0100京都の人口"), ("ยา", "ถนน\u2060ยา\u2060วมาก")],
)
def test_invisible_characters_are_no_edges(term: str, text: str) -> None:
    assert not is_found(term, text)


@given(st.text(LETTERS, max_size=50), st.integers(-3, 60), st.integers(-3, 60))
def test_any_stretch_of_any_text_gets_an_answer(text: str, start: int, end: int) -> None:
    assert WordEdges(text).crossed(start, end) in {True, False}


@given(st.text(LETTERS, max_size=30), st.sampled_from(["东京都知事", "ถนนยาวมาก", "東京都の人口", "ភ្នំពេញ"]))
def test_text_far_away_has_no_say(far: str, near: str) -> None:
    padding = near * 40
    text = padding + near + padding
    middle = len(padding) + 1, len(padding) + 3
    shifted = middle[0] + len(far), middle[1] + len(far)
    assert WordEdges(far + text + far).crossed(*shifted) == WordEdges(text).crossed(*middle)


def test_asking_twice_gives_the_same_answer() -> None:
    edges = WordEdges("東京都と京都府")
    assert [edges.crossed(1, 3), edges.crossed(4, 6), edges.crossed(1, 3)] == [True, False, True]
