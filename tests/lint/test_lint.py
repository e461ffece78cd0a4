from collections.abc import Sequence
from pathlib import Path

import pytest

from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.lint import Level, LintMessage, lint
from termcheck.model import Article, CaseFit, Mention, Method, Role, Span, Standing, View

COLUMNS = "concept,lang,term,status,case,match,from,until,paths,not_when,examples"
SETTINGS = Settings(lang="en", source_lang="zh")


def messages(tmp_path: Path, *rows: str, articles: Sequence[str] = ()) -> list[LintMessage]:
    """Rows as ``concept,lang,term,status``, then ``column=cell``; articles are English texts."""
    lines = [COLUMNS]
    for row in rows:
        required, _, options = row.partition(" ; ")
        cells = dict(option.split("=", 1) for option in options.split(" ; ") if option)
        lines.append(required + "," + ",".join(f'"{cells.get(column, "")}"' for column in COLUMNS.split(",")[4:]))
    path = tmp_path / "terms.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    texts = [Article(f"{at}.txt", text, View.verbatim(text), lang="en") for at, text in enumerate(articles)]
    return list(lint(load_glossary([path], tmp_path), SETTINGS, texts))


def serious(found: Sequence[LintMessage]) -> list[LintMessage]:
    return [message for message in found if message.level is not Level.NOTE]


GOOD = ("cac,en,Central Cyberspace Administration,preferred", "cac,en,Central Network Information Office,deprecated")


def test_a_good_glossary_is_not_complained_of(tmp_path: Path) -> None:
    assert messages(tmp_path, *GOOD, "cac,zh,中央网络安全和信息化委员会办公室,preferred") == []


def test_an_identical_row_is_repeated_from_loading(tmp_path: Path) -> None:
    (found,) = messages(tmp_path, *GOOD, GOOD[1])
    assert (found.level, found.place) == (Level.WARNING, "terms.csv:4")
    assert "terms.csv:3" in found.message


def test_one_form_in_two_concepts_with_opposite_standing(tmp_path: Path) -> None:
    (found, *_) = serious(messages(tmp_path, *GOOD, "other,en,Central Network Information Office,preferred"))
    assert (found.level, found.place) == (Level.WARNING, "terms.csv:3")
    assert "other" in found.message


def test_one_form_in_two_rows_that_agree(tmp_path: Path) -> None:
    (found,) = messages(tmp_path, *GOOD, "cac,en,Central Network Information Office,forbidden")
    assert (found.level, found.place) == (Level.WARNING, "terms.csv:4")
    assert "already listed as deprecated at terms.csv:3" in found.message


def test_rows_for_other_paths_or_dates_are_no_doubles(tmp_path: Path) -> None:
    rows = ("a,en,Central Committee,admitted ; paths=news/**", "a,en,Central Committee,admitted ; until=2020-01-01")
    assert messages(tmp_path, *rows) == []


def test_wrong_terms_without_a_preferred_one(tmp_path: Path) -> None:
    rows = ("a,en,Network Office,deprecated", "a,en,Internet Office,deprecated", "a,zh,网络信息办公室,preferred")
    (found,) = messages(tmp_path, *rows)
    assert (found.level, found.place, found.concept) == (Level.WARNING, "terms.csv:2", "a")
    assert "(en)" in found.message


@pytest.mark.parametrize("lang", ["en-GB", "*"])
def test_a_preferred_term_of_a_related_language_will_do(tmp_path: Path, lang: str) -> None:
    assert messages(tmp_path, "a,en,Network Office,deprecated", f"a,{lang},Central Office,preferred") == []


def test_ids_and_tags_that_differ_in_case(tmp_path: Path) -> None:
    rows = ("cac,en,Central Administration,preferred", "CAC,EN,Network Information,preferred")
    found = messages(tmp_path, *rows)
    assert [(one.place, one.level) for one in found] == [("terms.csv:3", Level.WARNING)] * 2
    assert "'CAC' is also written 'cac'" in "".join(one.message for one in found)


def test_rows_too_short_to_be_found_misspelt_are_named_together(tmp_path: Path) -> None:
    rows = ("a,en,office,preferred", "b,en,agency,preferred", "d,en,administration,preferred")
    (found,) = messages(tmp_path, *rows, "e,en,bureau,preferred ; match=inflected")
    assert (found.level, found.place) == (Level.NOTE, "terms.csv:2")
    assert "“office”, “agency”" in found.message
    assert "administration" not in found.message
    assert "bureau" not in found.message


def test_nobody_looks_for_misspelt_abbreviations_and_source_terms(tmp_path: Path) -> None:
    rows = ("b,en,CAC,preferred", "c,zh,网信办,preferred", "c,zh-Hant,網信辦,admitted")
    assert messages(tmp_path, *rows) == []
    (found,) = messages(tmp_path, *rows, "d,en,office,preferred", "e,ja,党中央,preferred")
    assert "“office”, “党中央”" in found.message


def test_an_approved_term_that_silences_a_wrong_one_of_another_concept(tmp_path: Path) -> None:
    rows = ("a,en,network security,deprecated", "a,en,cybersecurity,preferred", "b,en,Network-Security Law,preferred")
    (found,) = messages(tmp_path, *rows)
    assert (found.level, found.place, found.concept) == (Level.NOTE, "terms.csv:4", "b")
    assert "“network security”" in found.message


@pytest.mark.parametrize(
    ("example", "notes"),
    [
        ("- The Network Security Law was passed.", 0),
        ("- The law was passed.", 1),
        ("+ The Network Security Law is about network security.", 1),
    ],
)
def test_an_example_says_that_the_silence_is_meant(tmp_path: Path, example: str, notes: int) -> None:
    wrong = f"a,en,network security,deprecated ; examples={example}"
    found = messages(tmp_path, wrong, "a,en,cybersecurity,preferred", "b,en,Network-Security Law,preferred")
    assert [one.level for one in found] == [Level.NOTE] * notes


def test_a_row_that_its_own_exclusion_silences(tmp_path: Path) -> None:
    rows = ("a,en,network security office,deprecated ; not_when=Security Office", "a,en,cybersecurity office,preferred")
    (found,) = messages(tmp_path, *rows)
    assert (found.level, found.place) == (Level.WARNING, "terms.csv:2")
    assert "not_when" in found.message


def test_forms_that_differ_in_case_or_hyphen_are_all_found(tmp_path: Path) -> None:
    rows = ("a,en,e-mail office,preferred", "a,en,e mail office,deprecated", "a,en,E-Mail Office,deprecated")
    assert messages(tmp_path, *rows) == []


def test_rows_with_dates_and_paths_are_tried_where_they_hold(tmp_path: Path) -> None:
    rows = (
        "a,en,Central Office,preferred ; from=2020-01-01",
        "a,en,Central Bureau,deprecated ; until=2019-12-31 ; paths=news/[ab]/?x*.md | y",
        "a,en,Network Bureau,superseded ; until=2021-12-31 ; examples=+ The Network Bureau met.",
        "a,en,Network Agency,proposed",
        "b,*,GitHub,preferred ; paths=docs/ ; examples=+ They use GitHub.",
    )
    assert serious(messages(tmp_path, *rows)) == []


EXAMPLES_THAT_HOLD = [
    (GOOD[0], "+ The Central Cyberspace Administration’s rules."),
    (GOOD[0], "- The Central Cyberspace Affairs Commission met."),
    (GOOD[1], "+ The Central Network Information Offices met."),
    (GOOD[1], "- The Central Cyberspace Administration met."),
    (GOOD[1], "+ The Central Network Infromation Office met."),
    (GOOD[0], "+ The Central Cyberspace Administration met. | - Nothing is here."),
]
EXAMPLES_THAT_FAIL = [
    (GOOD[0], "+ The Cyberspace Affairs Commission met.", "no right term of cac"),
    (GOOD[0], "+ The Central Network Information Office met.", "no right term of cac"),
    (GOOD[0], "+ The Central Cybersapce Administration met.", "no right term of cac"),
    (GOOD[0], "- The Central Cyberspace Administration met.", "“Central Cyberspace Administration” is found"),
    (GOOD[0], "- The Central Network Information Office met.", "is found"),
    (GOOD[1], "+ The Central Cyberspace Administration met.", "nothing wrong is found of cac"),
    (GOOD[1], "- The Central Network Information Office met.", "“Central Network Information Office” is found"),
]


@pytest.mark.parametrize(("row", "example"), EXAMPLES_THAT_HOLD)
def test_examples_that_hold(tmp_path: Path, row: str, example: str) -> None:
    assert messages(tmp_path, *(other for other in GOOD if other != row), f"{row} ; examples={example}") == []


@pytest.mark.parametrize(("row", "example", "why"), EXAMPLES_THAT_FAIL)
def test_examples_that_fail(tmp_path: Path, row: str, example: str, why: str) -> None:
    (found,) = messages(tmp_path, *(other for other in GOOD if other != row), f"{row} ; examples={example}")
    assert (found.level, found.place, found.concept) == (Level.ERROR, "terms.csv:3", "cac")
    assert example[2:] in found.message
    assert why in found.message
    assert found.remedy


def test_an_approved_term_inside_a_longer_one_is_found(tmp_path: Path) -> None:
    rows = (
        "a,en,network culture,preferred ; examples=+ The Network Culture Forum opened.",
        "b,en,Network Culture Forum,preferred",
    )
    assert messages(tmp_path, *rows) == []


def test_rows_that_no_article_uses(tmp_path: Path) -> None:
    rows = (*GOOD, "cac,zh,中央网络安全和信息化委员会办公室,preferred", "b,en,spirit of the times,preferred")
    assert messages(tmp_path, *rows) == []
    found = messages(tmp_path, *rows, articles=["The Central Cyberspace Administration met.", "Nothing."])
    assert [(one.level, one.place, one.concept) for one in found] == [
        (Level.NOTE, "terms.csv:3", "cac"), (Level.NOTE, "terms.csv:5", "b"),
    ]  # fmt: skip
    assert "Central Cyberspace Administration" not in found[0].message
    assert "中央" not in found[0].message


def test_the_finder_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("concept,lang,term,status,examples\na,en,Central Office,preferred,+ Anything.\n", encoding="utf-8")
    glossary = load_glossary([path], tmp_path)
    (term,) = glossary.terms
    mention = Mention(
        concept="a",
        term=term,
        standing=Standing.APPROVED,
        span=Span(0, 1),
        view_span=Span(0, 1),
        text="A",
        method=Method.EXACT,
        confidence=1.0,
        case=CaseFit.SAME,
        role=Role.WINNER,
        reason="",
    )
    assert lint(glossary, SETTINGS, find=lambda _: (mention,)) == ()
    levels = {message.level for message in lint(glossary, SETTINGS, find=lambda _: ())}
    assert levels == {Level.WARNING, Level.ERROR}


def test_messages_come_in_the_order_of_the_file_and_on_one_line(tmp_path: Path) -> None:
    rows = [f"a{n},en,Network Office {n},deprecated ; examples=- Network Office {n}." for n in range(12)]
    found = messages(tmp_path, *rows)
    lines = [int(one.place.rpartition(":")[2]) for one in found]
    assert lines == sorted(lines)
    assert len(found) == 24
    assert all("\n" not in str(one) for one in found)
    assert str(found[0]).startswith("terms.csv:2: error: the example")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("user_name field", "user_name"),
        ("booking.com hotel", "booking.com"),
        ("/etc/hosts file", "/etc/hosts"),
        ("@home service", "@home"),
        ("a_b", "a_b"),
        ("http://x.org site", "http://x.org"),
    ],
)
@pytest.mark.parametrize("status", ["admitted", "forbidden"])
def test_a_row_with_protected_text_inside_can_never_match(tmp_path: Path, text: str, part: str, status: str) -> None:
    rows = ("a,en,hotel,preferred ; match=exact", f"a,en,{text},{status} ; match=exact")
    (found,) = serious(messages(tmp_path, *rows))
    assert (found.level, found.place, found.concept) == (Level.WARNING, "terms.csv:3", "a")
    assert f"“{text}” can never match: “{part}” is protected text" in found.message
    assert found.remedy


@pytest.mark.parametrize(
    "text", ["Booking.com", "Node.js", "TCP/IP", "COVID-19", "and/or", "U.S. Army", "AT&T", "/APC"]
)
def test_names_with_signs_that_articles_do_not_protect_are_fine(tmp_path: Path, text: str) -> None:
    assert messages(tmp_path, f"a,en,{text},preferred ; match=exact") == []


def test_a_proposed_row_with_protected_text_is_left_alone(tmp_path: Path) -> None:
    assert messages(tmp_path, "a,en,Great Hotel,preferred", "a,en,booking.com hotel,proposed") == []


def test_rows_too_short_to_be_misspelt_are_told_at_the_first_of_them(tmp_path: Path) -> None:
    rows = ("a,en,Central Administration,preferred", "b,en,cat,preferred", "a,en,dog,admitted")
    (found,) = messages(tmp_path, *rows)
    assert (found.level, found.place) == (Level.NOTE, "terms.csv:3")
    assert "“cat”, “dog”" in found.message
