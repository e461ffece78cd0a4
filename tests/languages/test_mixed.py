"""Articles in several languages: every paragraph is checked with the terms of its own language."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from termcheck.glossary import load_glossary
from termcheck.model import ArticleResult, Glossary
from termcheck.pipeline import RunRequest, check_text, run

ROWS = """concept,lang,term,status
cac,zh,中央网信办,preferred
cac,zh,中央网络办公室,deprecated
cac,en,Central Cyberspace Office,preferred
cac,en,Network Bureau,deprecated
cac,de,Zentrales Cyberamt,preferred
cac,de,Network Bureau,admitted
cac,de,Netzwerkamt,deprecated
cac,fr,Bureau central du cyberespace,preferred
cac,fr,Administration des réseaux,deprecated
cac,ru,Центральная канцелярия,preferred
cac,ru,Сетевое бюро,deprecated
hub,*,GitHub,preferred
hub,*,Github Platform,forbidden
"""
ENGLISH = "The Network Bureau said on Monday that it had issued new rules for the collection of data."
GERMAN = "Das Netzwerkamt hat am Montag neue Regeln für die Erhebung von Daten im Netz vorgelegt."
FRENCH = "Selon Administration des réseaux, de nouvelles règles sont prévues pour la collecte des données."
RUSSIAN = "Сетевое бюро в понедельник опубликовало новые правила сбора персональных данных в сети."
CHINESE = "中央网络办公室周一发布了关于收集个人数据的新规定并要求各平台遵守。"
SPANISH = "El Network Bureau presentó el lunes nuevas reglas para la recogida de datos en la red, dijo el Gobierno."

DE, EN, FR, RU, ZH = (
    ("Netzwerkamt", "de"), ("Network Bureau", "en"), ("Administration des réseaux", "fr"), ("Сетевое бюро", "ru"),
    ("中央网络办公室", "zh"),
)  # fmt: skip


class Case(NamedTuple):
    text: str
    found: list[tuple[str, str]]
    path: str = "a.txt"
    lang: str | None = None


CASES = {
    "all in one language": Case(f"{ENGLISH}\n\n{ENGLISH}", [EN, EN]),
    "a paragraph in each": Case(f"{ENGLISH}\n\n{GERMAN}\n\n{FRENCH}\n\n{RUSSIAN}\n\n{CHINESE}", [EN, DE, FR, RU, ZH]),
    "German with an English abstract": Case(f"{GERMAN}\n\n{GERMAN}\n\n{GERMAN}\n\n{ENGLISH}", [DE, DE, DE, EN]),
    "Chinese with an English abstract": Case(f"{CHINESE}\n\n{CHINESE}\n\n{ENGLISH}", [ZH, ZH, EN]),
    "--lang: the text itself does not count": Case(f"{ENGLISH}\n\n{GERMAN}\n\n{CHINESE}", [EN], lang="en"),
    "a Chinese name in an English paragraph": Case(f"{ENGLISH[:-1]} (中央网络办公室).", [EN]),
    "a Chinese quotation in an English paragraph": Case(f"{ENGLISH} It said: “中央网络办公室周一发布了规定”.", [EN]),
    "a short German block": Case(f"{ENGLISH}\n\nDas Netzwerkamt.", [EN]),
    "a short Chinese block": Case(f"{ENGLISH}\n\n中央网络办公室", [EN]),
    "a heading of names": Case(f"{ENGLISH}\n\nNetwork Bureau, Universidad de la República, Bundesamt", [EN, EN]),
    "an unlisted language stays with the article": Case(f"{ENGLISH}\n\n{ENGLISH}\n\n{SPANISH}", [EN, EN, EN]),
    "HTML: an element in another language": Case(
        f"<html lang=en><p>{ENGLISH}<p lang=de>Das Netzwerkamt.<p>A Netzwerkamt.", [EN, DE], "a.html"
    ),
    "HTML: --lang does not silence attributes": Case(
        f"<html lang=en><p>{ENGLISH}<p lang=de>Das Netzwerkamt.", [EN, DE], "a.html", "en"
    ),
    "HTML: in the line": Case(f"<html lang=en><p>{ENGLISH} <i lang=de>Netzwerkamt</i>", [EN, DE], "a.html"),
    "HTML: a language that the glossary lacks": Case(
        f"<html lang=en><p>{ENGLISH}<p lang=es>{SPANISH}<blockquote lang=sv>Network Bureau", [EN], "a.html"
    ),
    "HTML: terms of every language hold there, too": Case(
        "<html lang=en><p>A text.<p lang=es>Github Platform", [("Github Platform", "und")], "a.html"
    ),
    "HTML: a region of the same language": Case(
        "<html lang=en-GB><p>The Network <span lang=en>Bureau</span>", [("Network Bureau", "en-GB")], "a.html"
    ),
    "HTML: what is marked as English is English": Case(
        f"<html lang=en><p>{ENGLISH}<p lang=en>{GERMAN}", [EN], "a.html"
    ),
    "Markdown: an element in another language": Case(
        f'{ENGLISH}\n\n<div lang="de">\n\nDas Netzwerkamt.\n\n</div>\n', [EN, DE], "a.md", "en"
    ),
    "metadata are no --lang": Case(f"---\nlang: en\n---\n\n{ENGLISH}\n\n{GERMAN}\n", [EN, DE], "a.md"),
}


@pytest.fixture(name="glossary", scope="module")
def _glossary(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    path = tmp_path_factory.mktemp("mixed") / "glossary.csv"
    path.write_text(ROWS, encoding="utf-8")
    return load_glossary([path], path.parent)


def found_in(result: ArticleResult) -> list[tuple[str, str | None]]:
    return [
        (" ".join(one.text.split()), one.lang) for one in result.findings if one.rule.startswith(("deprecated", "forb"))
    ]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_findings_are_in_the_language_of_their_paragraph(case: Case, glossary: Glossary) -> None:
    assert found_in(check_text(case.text, glossary, path=case.path, lang=case.lang)) == case.found


def test_languages_that_the_glossary_does_not_tell_apart_are_one(glossary: Glossary) -> None:
    spans = "".join(f"<p lang=de-x-{number}>Das Netzwerkamt." for number in range(2_000))
    result = check_text(f"<html lang=en><p>{ENGLISH}{spans}", glossary, path="a.html")
    assert found_in(result) == [EN, *[("Netzwerkamt", "de-x-0")] * 2_000]


SIMPLIFIED = "大陆媒体称，这款服务器采用国产{}，软件由用户自行安装，性能领先。"
TRADITIONAL = "業者說，這款伺服器採用國產{}，軟體由使用者自行安裝，效能領先。"


@pytest.mark.parametrize(
    ("lang", "paragraphs", "found"),
    [
        ("zh-TW", (TRADITIONAL, SIMPLIFIED), [("芯片", "zh-TW"), ("晶片", "zh-Hans")]),
        ("zh-CN", (SIMPLIFIED, TRADITIONAL), [("晶片", "zh-CN"), ("芯片", "zh-Hant")]),
        ("zh-TW", (TRADITIONAL, "用户说：{}。"), [("芯片", "zh-TW"), ("芯片", "zh-TW")]),
    ],
    ids=["Simplified in Traditional", "Traditional in Simplified", "a short block"],
)
def test_a_chinese_paragraph_in_the_other_script_has_its_own_terms(
    lang: str, paragraphs: tuple[str, ...], found: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / "glossary.csv").write_text(
        "concept,lang,term,status\nchip,zh-Hans,芯片,preferred\nchip,zh-Hans,晶片,deprecated\n"
        "chip,zh-Hant,晶片,preferred\nchip,zh-Hant,芯片,deprecated\n",
        encoding="utf-8",
    )
    text = "\n\n".join(paragraph.format(chip) for paragraph in paragraphs for chip in ("芯片", "晶片"))
    result = check_text(
        f"---\nlang: {lang}\n---\n\n{text}\n", load_glossary([tmp_path / "glossary.csv"], tmp_path), path="a.md"
    )
    assert found_in(result) == found


def test_suggestions_are_in_the_language_of_the_paragraph(glossary: Glossary) -> None:
    result = check_text(f"{ENGLISH}\n\n{RUSSIAN}", glossary, path="a.txt")
    assert [one.preferred for one in result.findings] == ["Central Cyberspace Office", "Центральная канцелярия"]


def test_renderings_of_two_languages_are_no_mixture(glossary: Glossary) -> None:
    text = (
        "<html lang=en><p>The Central Cyberspace Office met. <p lang=de>Das Zentrale Cyberamt tagte. "
        "<p lang=fr>Bureau central du cyberespace."
    )
    assert not check_text(text, glossary, path="a.html").findings


def test_mentions_are_counted_by_the_language_of_the_paragraph(tmp_path: Path) -> None:
    (tmp_path / "glossary.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(f"{ENGLISH}\n\n{ENGLISH}\n\n{GERMAN}", encoding="utf-8")
    report = run(RunRequest(paths=("a.txt",), cwd=tmp_path, glossary=("glossary.csv",)))
    assert [(entry.lang, [one.count for one in entry.renderings]) for entry in report.reconciliation] == [
        ("de", [1]), ("en", [2]),
    ]  # fmt: skip
    assert [result.lang for result in report.results] == ["en"]


def test_the_model_is_loaded_only_where_words_speak_for_another_language(tmp_path: Path) -> None:
    (tmp_path / "glossary.csv").write_text(ROWS, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.termcheck]\nlang = "en"\nglossary = ["glossary.csv"]\n')
    command = [sys.executable, "-X", "importtime", "-m", "termcheck", "run", "a.txt", "--no-reports"]
    for text, loaded in ((f"{ENGLISH}\n\n{ENGLISH}", False), (f"{ENGLISH}\n\n{GERMAN}", True)):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 1
        assert (b"py3langid" in done.stderr) is loaded
