"""An article is mended only where the result is certain, and nothing else in it changes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.config import Settings
from termcheck.fixing import Mended, mend
from termcheck.fixing.mending import Wish
from termcheck.matching import TermIndex, compile_index
from termcheck.model import ArticleResult, Concept, Glossary, Status, Term, TermType
from termcheck.pipeline import check_text


def _terms(concept: str, preferred: str, *wrong: str, lang: str = "en") -> Concept:
    rows = [
        Term(concept, lang, preferred, Status.PREFERRED),
        *(Term(concept, lang, one, Status.DEPRECATED) for one in wrong),
    ]
    return Concept(concept, tuple(rows))


INDEX = compile_index(
    Glossary(
        (
            _terms("cac", "Cyberspace Administration of China", "Central Network Information Office"),
            _terms("civ", "internet civilization", "network civilization"),
            _terms("rule", "special campaign", "special operation"),
            _terms("rd", "R&D centre", "research hub"),
            _terms("amt", "Bundesamt für Sicherheit", "Sicherheitsamt", lang="de"),
            _terms("zh", "网络文明", "网路文明", lang="zh"),
            _terms("mfa", "Ministry of Foreign Affairs", "Ministry of Diplomacy"),
            _terms("mohrss", "Ministry of Human Resources", "Ministry of Human Affairs"),
            _terms("mss", "Ministry of Social Security", "Ministry of Social Affairs"),
            Concept(
                "sasac",
                (
                    Term("sasac", "en", "State Assets Commission", Status.PREFERRED),
                    Term("sasac", "en", "SASACX", Status.DEPRECATED, case_sensitive=True, type=TermType.ABBREVIATION),
                ),
            ),
        )
    )
)
OFFICE = "Central Network Information Office"
RIGHT = "Cyberspace Administration of China"


def checker(path: str, lang: str = "en", index: TermIndex = INDEX) -> Callable[[str], ArticleResult]:
    return lambda text: check_text(text, index, path=path, lang=lang, settings=Settings())


def mended(text: str, path: str = "a.md", lang: str = "en", *, unsafe: bool = False) -> Mended:
    check = checker(path, lang)
    return mend(check(text), check, unsafe=unsafe)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.txt", f"The {OFFICE} met.", f"The {RIGHT} met."),
        ("a.txt", f"the {OFFICE}'s rules", f"the {RIGHT}'s rules"),
        ("a.txt", "two special operations begin", "two special campaigns begin"),
        ("a.txt", "It is a network civilization.", "It is an internet civilization."),
        ("a.txt", "A network civilization grows.", "An internet civilization grows."),
        ("a.txt", "Network civilization grows.", "Internet civilization grows."),
        ("a.txt", "STRENGTHEN NETWORK CIVILIZATION", "STRENGTHEN INTERNET CIVILIZATION"),
        ("a.md", "the network\ncivilization grows", "the internet\ncivilization grows"),
        ("a.md", "> \n\nthe **network civilization** grows", "> \n\nthe **internet civilization** grows"),
        ("a.md", "- a [network civilization](x.md 't')\n", "- an [internet civilization](x.md 't')\n"),
        ("a.md", "Central Network\r\nInformation Office met", "Cyberspace Administration\r\nof China met"),
        ("a.html", "<p>The <em>research hub</em> &amp; more</p>", "<p>The <em>R&amp;D centre</em> &amp; more</p>"),
        ("a.html", '<img alt="a network civilization">', '<img alt="an internet civilization">'),
        ("a.txt", "“network civilization” is a term", "“internet civilization” is a term"),
        ("a.txt", "非 network civilization 𝔘 network civilization", "非 internet civilization 𝔘 internet civilization"),
    ],
)  # fmt: skip
def test_what_is_certain_is_mended(path: str, before: str, after: str) -> None:
    assert mended(before, path).text == after


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.md", "The Ministry of Diplomacy's staff.", "The Ministry of Foreign Affairs' staff."),
        ("a.md", "The Ministry of Diplomacy’s staff.", "The Ministry of Foreign Affairs’ staff."),
        ("a.md", "The Ministry of Human Affairs' staff.", "The Ministry of Human Resources' staff."),
        ("a.md", "The Ministry of Social Affairs' staff.", "The Ministry of Social Security's staff."),
        (
            "a.html",
            "<p>The Ministry of Social Affairs&#39; staff.</p>",
            "<p>The Ministry of Social Security&#39;s staff.</p>",
        ),
        (
            "a.html",
            "<p>The <b>Ministry of Diplomacy</b>'s staff.</p>",
            "<p>The <b>Ministry of Foreign Affairs</b>' staff.</p>",
        ),
    ],
)
def test_the_possessive_fits_the_new_name(path: str, before: str, after: str) -> None:
    assert mended(before, path).text == after


def test_a_closing_quotation_mark_is_no_possessive() -> None:
    text = "The 'Ministry of Social Affairs' is new."
    assert mended(text, unsafe=True).text == text


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ("a.md", "the **network** civilization grows", "markup"),
        ("a.md", "He said “we want network civilization now”.", "quotation"),
        ("a.md", "> We want network civilization.", "doubtful|quotation"),
        ("a.txt", f"The {OFFICE} (CNIO) met.", "abbreviation"),
        ("a.txt", "The SASACX met.", "abbreviation"),
        ("a.txt", "The Central Network Informaton Office met.", "does not list"),
    ],
)
def test_what_is_not_certain_is_left_alone_and_the_reason_given(path: str, text: str, reason: str) -> None:
    result = mended(text, path)
    assert result.text == text
    assert any(part in one.reason for one in result.left for part in reason.split("|"))


def test_unsafe_fixes_are_made_when_asked_for() -> None:
    assert mended("the **network** civilization", unsafe=True).text == "the **internet** civilization"
    assert mended(f"The {OFFICE} (CNIO) met.", unsafe=True).text == f"The {RIGHT} (CNIO) met."


def test_in_languages_with_endings_nothing_is_certain() -> None:
    assert mended("Das Sicherheitsamt tagt.", "a.txt", "de").text == "Das Sicherheitsamt tagt."
    assert mended("加强网路文明建设。", "a.txt", "zh").text == "加强网络文明建设。"


def test_protected_text_stays() -> None:
    text = "`network civilization` and https://x.org/network-civilization but no network civilization"
    assert mended(text).text == text.replace("no network", "no internet")


def test_an_editors_own_replacement_is_taken_as_it_is() -> None:
    check = checker("a.txt")
    result = check("a network civilization")
    (finding,) = result.findings
    assert mend(result, check, [Wish(finding, "online culture")], unsafe=True).text == "an online culture"


_WORDS = st.sampled_from(
    ["the", "a", "network civilization", "Network\ncivilization", OFFICE, "special operations", "**bold**", "`code`",
     "\n\n", "> ", "“", "”", "it", "grows", "-", "\r\n", "&amp;", "<b>", "</b>", "R&D", "😀", "research hub", "of"]
)  # fmt: skip


@given(st.lists(_WORDS, max_size=12).map(" ".join), st.sampled_from(["a.md", "a.txt", "a.html"]), st.booleans())
def test_mending_twice_changes_nothing_more_and_only_names_change(text: str, path: str, unsafe: bool) -> None:  # noqa: FBT001
    once = mended(text, path, unsafe=unsafe)
    again = mended(once.text, path, unsafe=unsafe)
    assert again.text == once.text
    kept = text
    for fix in reversed(once.fixes):
        for edit in reversed(fix.edits):
            kept = kept[: edit.span.start] + edit.text + kept[edit.span.end :]
    assert kept == once.text
