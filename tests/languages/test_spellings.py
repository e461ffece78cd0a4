"""Spellings of one word in scripts without spaces, and what is none."""

import pytest

from termcheck.languages import language
from termcheck.languages.folding import fold, fold_with_map
from termcheck.languages.tokens import tokenize

SAME = [
    ("ja", "申し込みフォーム", "申込フォーム"),
    ("ja", "取扱説明書", "取り扱い説明書"),
    ("ja", "打合せ", "打ち合わせ"),
    ("ja", "届出", "届け出"),
    ("ja", "コンピューターウイルス", "コンピュータウイルス"),
    ("ja", "コンピュータウイルス", "コンピューターウイルス"),
    ("ja", "ベートーベン", "ベートーヴェン"),
    ("ja", "三ヶ月", "三か月"),
    ("ja", "第五世代", "第5世代"),
    ("zh", "第14届", "第十四届"),
    ("zh", "第二十次", "第20次"),
    ("zh", "Covid-19疫苗", "Covid19疫苗"),
]
OTHER = [
    ("ja", "組み合わせ", "組合"),
    ("ja", "ドラマ", "ドラマー"),
    ("ja", "スター", "スタ"),
    ("ja", "着せ替え", "着替え"),
    ("ja", "読み書き", "読書"),
    ("zh", "第十四届", "第4届"),
]
SEEN_ALIKE = [
    "สํานัก สำนัก",
    "นํ้า น้ำ",
    "นำ้ น้ำ",
    "เเละ และ",
    "ก่ี กี่",
    "ຄໍາ ຄຳ",
    "បណ្ដាញ បណ្តាញ",
    "ស្រ្តី ស្ត្រី",
    "អី៊ អ៊ី",
    "សុី ស៊ី",
    "េាក ោក",
]


@pytest.mark.parametrize(("code", "term", "other"), SAME)
def test_a_term_has_the_other_spellings_of_its_word(code: str, term: str, other: str) -> None:
    assert other in language(code).spellings(term)


@pytest.mark.parametrize(("code", "term", "other"), OTHER)
def test_another_word_is_no_spelling_of_a_term(code: str, term: str, other: str) -> None:
    assert other not in language(code).spellings(term)


@pytest.mark.parametrize(
    "term", ["申し込みフォーム", "コンピューターサーバーユーザーメモリー", "取り扱い申し込み引き渡し書"]
)
def test_spellings_are_few_and_differ_from_the_term(term: str) -> None:
    spellings = language("ja").spellings(term)
    assert 0 < len(spellings) < 25
    assert len({term, *spellings}) == len(spellings) + 1


@pytest.mark.parametrize(
    ("form", "following"),
    [("支払", "う人"), ("見込", "まれる"), ("受付", "ける"), ("引き上げ", "た"), ("申し込み", "ます")],
)
def test_a_compound_of_verbs_is_a_verb_before_its_endings(form: str, following: str) -> None:
    assert language("ja").runs_on(form, following)


@pytest.mark.parametrize(
    ("form", "following"),
    [("支払", "を"), ("見込", "みを"), ("受付", "まで"), ("申し込み", "も"), ("取引", "した"), ("会社", "う")],
)
def test_a_compound_of_verbs_is_a_noun_elsewhere(form: str, following: str) -> None:
    assert not language("ja").runs_on(form, following)


@pytest.mark.parametrize("pair", SEEN_ALIKE)
def test_what_looks_the_same_is_folded_to_the_same(pair: str) -> None:
    one, other = pair.split()
    assert one != other
    assert fold(one) == fold(other)


def test_offsets_of_retyped_syllables_cover_the_text() -> None:
    text = "ชาวบ้านที่สํานักงานเเละนํ้า"
    folded = fold_with_map(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)
    at = folded.text.index("สำนักงาน")
    assert text[folded.starts[at] : folded.ends[at + len("สำนักงาน") - 1]] == "สํานักงาน"


def test_digits_of_scripts_without_spaces_make_numbers() -> None:
    assert tokenize("ฉบับที่ ๑๓").words[-1] == "๑๓"
    assert tokenize("មាត្រា ៤៤").words[-1] == "៤៤"
