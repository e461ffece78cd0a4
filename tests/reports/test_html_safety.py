"""The HTML report runs nothing, fetches nothing and is whole, whatever articles and glossary hold."""

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from page_elements import Page, page
from termcheck.model import (
    ArticleResult,
    Reconciliation,
    Rendering,
    Report,
    Skipped,
    State,
)
from termcheck.reports import REPORTERS

if TYPE_CHECKING:
    from tests.reports.conftest import Build


EVIL = "\"><img src=x onerror=alert(1)></style></script><script>alert(1)</script>' onfocus=alert(1) {{ 7*7 }} <!--"


def evil_report(build: "Build") -> Report:
    article = build.article(f"{EVIL}.txt", f"The {EVIL} met.", lang=EVIL, title=EVIL)
    found = build.finding(
        article, EVIL, rule=EVIL, message=EVIL, concept=EVIL, lang=EVIL, suggestion=EVIL, preferred=EVIL,
        reason=EVIL, text=EVIL, fingerprint=EVIL, matched=EVIL,
    )  # fmt: skip
    silenced = build.finding(article, EVIL, state=State.IGNORED, state_reason=EVIL, text=EVIL, message=EVIL)
    entry = Reconciliation(
        EVIL, EVIL, EVIL, EVIL, (Rendering(EVIL, EVIL, 0, 1, 0, ((article.path, 1),)),), None, None, EVIL, EVIL
    )
    return build.report(
        ArticleResult(article, (build.mention(article, EVIL),), (found, silenced)),
        reconciliation=(entry,), skipped=(Skipped(EVIL, EVIL),), notices=(EVIL,),
    )  # fmt: skip


def test_nothing_from_articles_or_glossary_becomes_markup(build: "Build", report: Report) -> None:
    evil, harmless = page(evil_report(build)), page(report)
    assert {element.tag for element in evil.all()} - {element.tag for element in harmless.all()} == set()
    assert len(evil.all("script")) == len(evil.all("style")) == 1
    assert not evil.all("img")
    names = {name for element in evil.all() for name in element.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert EVIL in evil.all("article", "concept")[0].all("h3")[0].text


@pytest.mark.parametrize("content", ["harmless", "hostile"])
def test_the_policy_allows_exactly_the_script_and_style_of_the_page(
    build: "Build", report: Report, content: str
) -> None:
    source = REPORTERS["html"](evil_report(build) if content == "hostile" else report)
    root = Page(source).root

    def hashed(tag: str) -> str:
        content = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.DOTALL)[0]
        return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"

    policy = root.all("meta", **{"http-equiv": "Content-Security-Policy"})[0].attributes["content"]
    assert policy == (
        f"default-src 'none'; script-src {hashed('script')}; style-src {hashed('style')}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert source.index("Content-Security-Policy") < min(source.index("<style"), source.index("<script"))


def test_nothing_is_fetched_and_no_style_stands_in_an_attribute(report: Report) -> None:
    source = REPORTERS["html"](report)
    assert "//" not in re.sub(r"^\s*//.*$", "", source, flags=re.MULTILINE)
    for element in Page(source).root.all():
        assert "style" not in element.attributes
        for name in {"src", "href", "action", "data", "srcset"} & set(element.attributes):
            assert element.attributes[name].startswith(("#", "data:,"))


def test_every_link_has_a_target_and_every_id_is_there_once(report: Report) -> None:
    elements = page(report).all()
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    targets = {element.attributes["href"][1:] for element in elements if element.tag == "a"}
    assert targets - set(ids) == set()
    labels = {element.attributes.get("aria-labelledby", "main") for element in elements}
    assert labels - set(ids) == set()


def test_control_characters_do_not_reach_the_page(build: "Build") -> None:
    report = build.one("The \0\x08\x1b[2J\x85 Office", "Office", message="a\0b", file="bad\udcff.txt")
    source = REPORTERS["html"](report)
    assert not re.search("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", source)
    source.encode("utf-8")


def test_the_same_report_gives_the_same_characters(report: Report) -> None:
    assert REPORTERS["html"](report) == REPORTERS["html"](report)
    assert "\r" not in REPORTERS["html"](report)
