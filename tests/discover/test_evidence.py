"""What a corpus shows: proposals with each kind of evidence, and what must not be proposed."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from termcheck.discover import Discoveries, discover
from termcheck.evidence.dossiers import dossier_of
from termcheck.model import ArticleResult, Method
from termcheck.pipeline import RunRequest, check_articles, checked_articles, prepare

TERMS = """concept,lang,term,status
cac,zh,中央网信办,preferred
cac,en,Central Cyberspace Administration,preferred
cac,en,CCA,admitted
mof,zh,财政部,preferred
mof,en,Ministry of Finance,preferred
moj,en,Ministry of Justice,preferred
pd,en,Publicity Department of the CPC Central Committee,preferred
fj,en,Fujian Provincial Committee,preferred
congress,en,Fourth National Media Congress,preferred
office,en,State Council Information Office,preferred
civ,zh,网络文明,preferred
civ,en,internet civilization,preferred
old,en,Bureau of Quaint Matters,proposed
"""
LIST_A = (
    "The meeting was co-hosted by the Central Cyberspace Administration, the Red Cross Society and the Lantern Club."
)
LIST_B = "The forum was co-hosted by the {}, the Red Cross Society and the Lantern Club."
ROLE_A = "Huang Kunming, head of the Publicity Department of the CPC Central Committee, spoke."
SENTENCE = "On Monday evening the {} published its long awaited rules for the protection of children in the provinces."


def found(folder: Path, *articles: str, terms: str = TERMS, decisions: str = "", min_count: int = 3) -> Discoveries:
    """What is discovered by evidence other than the rule for unlisted renderings."""
    (folder / "terms.csv").write_text(terms, encoding="utf-8")
    (folder / "termcheck.toml").write_text('lang = "en"\nsource_lang = "zh"\n', encoding="utf-8")
    if decisions:
        (folder / "termcheck.decisions.jsonl").write_text(decisions, encoding="utf-8")
    for number, text in enumerate(articles):
        (folder / f"{number}.md").write_text(text + "\n", encoding="utf-8")
    job = prepare(RunRequest(paths=("*.md",), cwd=folder, glossary=("terms.csv",)))
    results = [without_rule(one) for one in checked_articles(job) if isinstance(one, ArticleResult)]
    return discover(map(dossier_of, results), job.glossary, job.settings, job.verdicts, min_count)


def without_rule(result: ArticleResult) -> ArticleResult:
    return replace(result, mentions=tuple(m for m in result.mentions if m.method is not Method.UNLISTED))


def proposed(discoveries: Discoveries) -> set[tuple[str, str]]:
    return {(one.concept, one.form) for one in discoveries.renderings}


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        pytest.param(
            (LIST_A, LIST_B.format("Network Information Office")),
            ("cac", "Network Information Office"),
            id="first of a list",
        ),
        pytest.param(
            (
                "Hosts are the Red Cross Society, the Central Cyberspace Administration and the Lantern Club.",
                "Hosts were the Red Cross Society, the Network Information Office and the Lantern Club.",
            ),
            ("cac", "Network Information Office"),
            id="middle of a list",
        ),
        pytest.param(
            (
                "It was held by the Red Cross Society, the Lantern Club, and the Central Cyberspace Administration.",
                "It was held by the Red Cross Society, the Lantern Club, and the Network Information Office.",
            ),
            ("cac", "Network Information Office"),
            id="end of a list",
        ),
        pytest.param(
            (
                "Held by the Central Cyberspace Administration, the School of Fujian and the Lantern Club.",
                "Held by the Network Information Office, the School of Sichuan and the Lantern Club.",
            ),
            ("cac", "Network Information Office"),
            id="list with another place",
        ),
        pytest.param(
            (ROLE_A, "Huang Kunming, head of the Central Propaganda Department, met guests."),
            ("pd", "Central Propaganda Department"),
            id="head of",
        ),
        pytest.param(
            (
                "Li Wen, deputy director of the Central Cyberspace Administration, said so.",
                "The rule is new, said Li Wen, the deputy director of the Network Information Office.",
            ),
            ("cac", "Network Information Office"),
            id="deputy director of",
        ),
        pytest.param(
            (
                "Li Wen, mayor of Chengdu and director of the Central Cyberspace Administration, said so.",
                "Li Wen, director of the Network Information Office, said so.",
            ),
            ("cac", "Network Information Office"),
            id="second role",
        ),
        pytest.param(
            (
                "Li Wen, a member of the Publicity Department of the CPC Central Committee, came.",
                "Li Wen, member of the Party Publicity Board, came.",
            ),
            ("pd", "Party Publicity Board"),
            id="member of, with a word in common",
        ),
        pytest.param(
            ("The Network Information Office (中央网信办) met.",),
            ("cac", "Network Information Office"),
            id="source term",
        ),
        pytest.param(
            ("They asked the Treasury Board (财政部) again.",),
            ("mof", "Treasury Board"),
            id="source term after an article",
        ),
        pytest.param(
            ("The Central Cyberspace Authority (CCA) met.",), ("cac", "Central Cyberspace Authority"), id="abbreviation"
        ),
        pytest.param(
            ("The Central Cyberspace Administration (Cyberspace Affairs Office) met.",),
            ("cac", "Cyberspace Affairs Office"),
            id="name in the bracket",
        ),
        pytest.param(
            ("The Ministry of Finance, also known as the Treasury Board, met.",),
            ("mof", "Treasury Board"),
            id="also known as",
        ),
        pytest.param(
            ("The Treasury Board, formerly the Ministry of Finance, met.",), ("mof", "Treasury Board"), id="formerly"
        ),
        pytest.param(
            (SENTENCE.format("Central Cyberspace Administration"), SENTENCE.format("Network Information Office")),
            ("cac", "Network Information Office"),
            id="same sentence",
        ),
        pytest.param(
            (
                "We must all work hard to build a good pattern of internet civilization that everyone can enjoy.",
                "We must all work hard to build a good pattern of web culture that everyone can enjoy.",
            ),
            ("civ", "web culture"),
            id="same sentence, common term",
        ),
    ],
)
def test_proposes_what_the_corpus_shows(tmp_path: Path, articles: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert proposed(found(tmp_path, *articles)) == {expected}


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param((LIST_A, LIST_B.format("Tianjin Information Office")), id="another place"),
        pytest.param((LIST_A, LIST_B.format("Municipal Information Office")), id="another level"),
        pytest.param((LIST_A, LIST_B.format("Third Information Office")), id="a number more"),
        pytest.param((LIST_A, LIST_B.format("Former Cyberspace Administration")), id="a qualifier"),
        pytest.param((LIST_A, LIST_B.format("Ministry of Justice")), id="listed for another concept"),
        pytest.param((LIST_A, LIST_B.format("Bureau of Quaint Matters")), id="proposed already"),
        pytest.param((LIST_A, LIST_B.format("lanterns")), id="no name"),
        pytest.param(
            (
                LIST_A,
                LIST_B.format("Network Information Office"),
                "Present were the Network Information Office, the Central Cyberspace Administration and others.",
            ),
            id="both in one list",
        ),
        pytest.param(
            (LIST_A, "The forum was held by the Network Information Office, the Blue Shield and the Tea House."),
            id="a list with other members",
        ),
        pytest.param(
            (LIST_A, "The forum was co-hosted by the Network Information Office and the Red Cross Society."),
            id="one common member only",
        ),
        pytest.param(
            (ROLE_A, "Li Shulei, head of the Central Propaganda Department, met guests."), id="another person"
        ),
        pytest.param(
            (ROLE_A, "Huang Kunming, deputy head of the Central Propaganda Department, met guests."), id="another role"
        ),
        pytest.param(
            (ROLE_A, "Huang Kunming, head of the Fujian Propaganda Department, met guests."),
            id="the same role in another place",
        ),
        pytest.param(
            ("Li Wen, a member of the Ministry of Finance, came.", "Li Wen, a member of the Lantern Club, came."),
            id="member of several bodies",
        ),
        pytest.param(("The California Cyberspace Academy (CCA) met.",), id="abbreviation of a place"),
        pytest.param(("The Curious Cats Association (CCA) met.",), id="abbreviation of something else"),
        pytest.param(("The Ministry of Finance (Annual Report) is read.",), id="bracket without a word in common"),
        pytest.param(
            ("The Ministry of Finance, the State Theatre and the Lantern Club met.",), id="list, no apposition"
        ),
        pytest.param(("In the Ministry of Finance, Red Lanterns hang.",), id="comma without an article"),
        pytest.param(
            (
                SENTENCE.format("Central Cyberspace Administration"),
                "On Friday nobody at the Network Information Office had heard of rules for children in any province.",
            ),
            id="another sentence",
        ),
        pytest.param(
            (
                "Li Wen, member of the Political Board and secretary of the Lantern Club, attended the ceremony.",
                "Wang Wu, member of the Political Board and secretary of the Lantern Club, attended the ceremony.",
            ),
            id="the same said of two persons",
        ),
    ],
)
def test_proposes_nothing_that_is_another_thing(tmp_path: Path, articles: tuple[str, ...]) -> None:
    persons = "li,en,Li Wen,preferred\n"
    assert proposed(found(tmp_path, *articles, terms=TERMS + persons)) == set()


@pytest.mark.parametrize("verdict", ["not-a-variant", "false-alarm", "ignore", "admit", "deprecate"])
def test_what_is_decided_is_not_proposed_again(tmp_path: Path, verdict: str) -> None:
    line = f'{{"concept": "cac", "form": "network  information office", "verdict": "{verdict}"}}\n'
    articles = (LIST_A, LIST_B.format("Network Information Office"))
    assert proposed(found(tmp_path, *articles, decisions=line)) == set()


def test_evidence_shows_both_sentences_and_the_count(tmp_path: Path) -> None:
    more = "The Network Information Office met. Then the Network Information Office left."
    (one,) = found(tmp_path, LIST_A, LIST_B.format("Network Information Office"), more).renderings
    assert (one.count, one.articles) == (3, (("1.md", 1), ("2.md", 2)))
    ours, theirs = one.evidence[0].quotes
    assert (ours.file, ours.line, "Network Information Office" in ours.text) == ("1.md", 1, True)
    assert (theirs.file, "Central Cyberspace Administration" in theirs.text) == ("0.md", True)


def test_kinds_of_evidence_add_up(tmp_path: Path) -> None:
    one_kind = found(tmp_path, "The Treasury Board (财政部) met.").renderings[0].confidence
    (both,) = found(
        tmp_path, "The Treasury Board (财政部) met.", "The Treasury Board, also known as the Ministry of Finance, met."
    ).renderings
    assert both.confidence > one_kind
    assert len({evidence.kind for evidence in both.evidence}) == 2


def test_the_same_corpus_gives_the_same_proposals_in_any_number_of_runs(tmp_path: Path) -> None:
    articles = (LIST_A, LIST_B.format("Network Information Office"), ROLE_A)
    assert found(tmp_path, *articles) == found(tmp_path, *articles)


def test_mentions_by_other_words_are_proposed_once_a_form(tmp_path: Path) -> None:
    text = "The Central Cyberspace Authority met. Later the Central  Cyberspace Authority left."
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "a.md").write_text(text + "\n", encoding="utf-8")
    job = prepare(RunRequest(paths=("a.md",), cwd=tmp_path, glossary=("terms.csv",), lang="en", source_lang="zh"))
    results = [one for one in checked_articles(job) if isinstance(one, ArticleResult)]
    (one,) = discover(map(dossier_of, results), job.glossary, job.settings, job.verdicts).renderings
    assert (one.concept, one.form, one.count) == ("cac", "Central Cyberspace Authority", 2)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The Network Cyberspace Academy (中央网信办) met.", {"Network Cyberspace Academy"}),
        ("The California Cyberspace Academy (CCA) met.", set()),
        ("The Provincial Cyberspace Academy (中央网信办) met.", set()),
        ("The Former Cyberspace Academy (中央网信办) met.", set()),
    ],
)
def test_the_rule_takes_no_name_before_a_bracket_that_a_guard_keeps_apart(
    tmp_path: Path, text: str, forms: set[str]
) -> None:
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "a.md").write_text(text + "\n", encoding="utf-8")
    job = prepare(RunRequest(paths=("a.md",), cwd=tmp_path, glossary=("terms.csv",), lang="en", source_lang="zh"))
    found = [one.text for one in check_articles(job).findings if one.rule == "unlisted-rendering"]
    assert set(found) == forms


def test_what_the_rule_finds_is_shown_beside_a_listed_name(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "a.md").write_text("The Central Cyberspace Authority met.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("We met the Central Cyberspace Administration.\n", encoding="utf-8")
    job = prepare(RunRequest(paths=("*.md",), cwd=tmp_path, glossary=("terms.csv",), lang="en", source_lang="zh"))
    results = [one for one in checked_articles(job) if isinstance(one, ArticleResult)]
    (one,) = discover(map(dossier_of, results), job.glossary, job.settings, job.verdicts).renderings
    assert [(quote.file, quote.name) for quote in one.evidence[0].quotes] == [
        ("a.md", "Central Cyberspace Authority"),
        ("b.md", "Central Cyberspace Administration"),
    ]


def test_an_abbreviation_is_explained_by_a_name_and_not_by_what_stands_before_it(tmp_path: Path) -> None:
    terms = TERMS + "who,en,WHO,preferred\n"
    names = {form for _, form in proposed(found(tmp_path, "They met at the World Hunger Outlook (WHO).", terms=terms))}
    assert all(not name.startswith(("of", "at", "the")) for name in names)
