"""Source terms in brackets beside a mention: they say which concept is meant."""

from pathlib import Path
from typing import NamedTuple

import pytest

from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.model import ArticleResult, Severity
from termcheck.pipeline import check_text

ROWS = """concept,lang,term,status
cac,zh,中央网信办,preferred
cac,en,Central Cyberspace Affairs Office,preferred
cac,en,Cyberspace Administration,deprecated
cac,de,Zentrales Amt für den Cyberspace,preferred
bureau,zh,网络管理局,preferred
bureau,en,Cyberspace Administration,preferred
miit,zh,工信部,preferred
miit,en,Ministry of Industry and Information Technology,preferred
mii,zh,信息产业部,preferred
mii,en,Ministry of Information Industry,preferred
bafin,de,Bundesanstalt für Finanzdienstleistungsaufsicht,preferred
bafin,en,Federal Financial Supervisory Authority,preferred
bafin,en,Financial Authority,forbidden
amf,fr,Autorité des marchés financiers,preferred
amf,en,Financial Authority,preferred
"""


class Sentence(NamedTuple):
    text: str
    severity: Severity | None
    concept: str = "cac"
    lang: str = "en"


RIVALS = {
    "no evidence: a hint at most": Sentence("The Cyberspace Administration met.", Severity.HINT),
    "the wrong one is meant": Sentence("The Cyberspace Administration (中央网信办) met.", Severity.ERROR),
    "full-width brackets": Sentence("The Cyberspace Administration（中央网信办）met.", Severity.ERROR),
    "square brackets": Sentence("The Cyberspace Administration [中央网信办] met.", Severity.ERROR),
    "quotation marks": Sentence("The “Cyberspace Administration” (“中央网信办”) met.", Severity.ERROR),
    "named language": Sentence("The Cyberspace Administration (Chinese: 中央网信办) met.", Severity.ERROR),
    "abbreviation first": Sentence("The Cyberspace Administration (CA, 中央网信办) met.", Severity.ERROR),
    "one word beside it": Sentence("The Cyberspace Administration (formerly 中央网信办) met.", Severity.ERROR),
    "source term first": Sentence("The 中央网信办 (Cyberspace Administration) met.", Severity.ERROR),
    "source term first, full width": Sentence("中央网信办（Cyberspace Administration）met.", Severity.ERROR),
    "source language with letters": Sentence(
        "The Financial Authority (Bundesanstalt für Finanzdienstleistungsaufsicht) met.", Severity.ERROR, "bafin"
    ),
    "the approved one is meant": Sentence("The Cyberspace Administration (网络管理局) met.", None),
    "the approved one is meant, source first": Sentence("网络管理局 (Cyberspace Administration) met.", None),
    "the approved one is meant, letters": Sentence(
        "The Financial Authority (Autorité des marchés financiers) met.", None, "bafin"
    ),
    "a third concept is no evidence": Sentence("The Cyberspace Administration (工信部) met.", Severity.HINT),
    "an explanation names others": Sentence(
        "The Cyberspace Administration (an office beside 中央网信办 in Beijing) met.", Severity.HINT
    ),
    "part of a longer name": Sentence("The Cyberspace Administration (中央网信办副主任) met.", Severity.HINT),
    "not directly beside it": Sentence("The Cyberspace Administration met him (中央网信办).", Severity.HINT),
    "another sentence": Sentence("The Cyberspace Administration. (中央网信办)", Severity.HINT),
    "another block": Sentence("The Cyberspace Administration\n\n(中央网信办)", Severity.HINT),
    "bracket that lists members": Sentence("中央网信办 (with the Cyberspace Administration) met.", Severity.HINT),
}


@pytest.fixture(name="glossary", scope="module")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("evidence") / "glossary.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def check(text: str, glossary: Path, lang: str = "en", source_lang: str | None = None) -> ArticleResult:
    settings = Settings(source_lang=source_lang)
    return check_text(text, load_glossary([glossary], glossary.parent), path="a.txt", lang=lang, settings=settings)


@pytest.mark.parametrize("sentence", RIVALS.values(), ids=RIVALS)
def test_a_form_that_is_wrong_for_one_concept_and_right_for_another(sentence: Sentence, glossary: Path) -> None:
    findings = [one for one in check(sentence.text, glossary, sentence.lang).findings if one.rule != "mixed-renderings"]
    found = [(one.concept, one.severity) for one in findings]
    assert found == ([(sentence.concept, sentence.severity)] if sentence.severity else [])


def test_the_reason_names_the_source_term(glossary: Path) -> None:
    (finding,) = check("The Cyberspace Administration (中央网信办) met.", glossary).findings
    assert "“中央网信办” beside it is a term of cac" in finding.reason
    assert finding.suggestion == "Central Cyberspace Affairs Office"


def test_only_the_named_source_language_counts(glossary: Path) -> None:
    text = "The Financial Authority (Autorité des marchés financiers) met."
    assert [one.severity for one in check(text, glossary, source_lang="zh").findings] == [Severity.HINT]
    assert not check(text, glossary, source_lang="fr").findings


def test_an_altered_form_of_another_concept_is_none(glossary: Path) -> None:
    altered = "The Federal Supervisory Authority {} decided."
    assert [one.concept for one in check(altered.format(""), glossary).findings] == ["bafin"]
    own, other = "(Bundesanstalt für Finanzdienstleistungsaufsicht)", "(Autorité des marchés financiers)"
    assert [one.concept for one in check(altered.format(own), glossary).findings] == ["bafin"]
    assert not check(altered.format(other), glossary).findings


def test_a_misspelling_beside_another_source_term_is_a_hint(glossary: Path) -> None:
    text = "The Ministry of Information Industri {} decided."
    assert [one.severity for one in check(text.format("(信息产业部)"), glossary).findings] == [Severity.WARNING]
    (hint,) = check(text.format("(工信部)"), glossary).findings
    assert hint.severity is Severity.HINT
    assert "“工信部” beside it is a term of miit" in hint.reason


def test_a_listed_wrong_form_needs_no_evidence(glossary: Path) -> None:
    rows = glossary.read_text(encoding="utf-8").replace("bureau,en,Cyberspace Administration,preferred\n", "")
    path = glossary.with_name("other.csv")
    path.write_text(rows, encoding="utf-8")
    for bracket in ("", " (中央网信办)", " (工信部)"):
        (finding,) = check(f"The Cyberspace Administration{bracket} met.", path).findings
        assert finding.severity is Severity.ERROR
