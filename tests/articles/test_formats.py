"""Which files of formats that hold more than articles are read, and in which language."""

from pathlib import Path

import pytest

from termcheck.articles import FORMATS, READERS, discover, format_of
from termcheck.articles.resources.languages import language_of_path
from termcheck.articles.selection import Selection
from termcheck.config import Settings

_ALWAYS = (
    "a.md", "report.docx", "slides.pptx", "text.odt", "book.epub", "paper.pdf", "lib/l10n/app_de.arb",
    "de.lproj/Localizable.strings", "a.stringsdict", "Localizable.xcstrings", "Texts.de.resx",
    "app/src/main/res/values-de/strings.xml", "res/values/plurals.xml", "_locales/de/messages.json",
    "i18n/messages_de.properties",
)  # fmt: skip
_WHERE_NAMED = (
    "package.json", "locales/de/app.json", "tsconfig.json", "termcheck-decisions.json", ".github/x.yml", "config.yaml",
    "pom.xml", "res/layout/main.xml", "docs/strings.xml", "res/values/substrings.xml", "gradle.properties",
    "log4j.properties", "src/app_de.ts",
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in (*_ALWAYS, *_WHERE_NAMED):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    return tmp_path


def met(project: Path, path: str, settings: Settings | None = None) -> set[str]:
    settings = settings or Settings(root=project)
    found = {source.path for source in discover([path], settings, project).sources}
    files = (file for file in project.rglob("*") if file.is_file())
    selected = Selection([path], settings, project)
    assert {file.relative_to(project).as_posix() for file in files if selected.holds(file)} == found
    return found


def test_a_walk_takes_only_files_that_are_surely_texts(project: Path) -> None:
    assert met(project, ".") == set(_ALWAYS)


def test_who_names_a_file_or_its_suffix_means_it(project: Path) -> None:
    assert met(project, "package.json") == {"package.json"}
    assert met(project, "locales/**/*.json") == {"locales/de/app.json"}
    assert met(project, "locales/**") == set()


def test_the_configuration_says_what_settings_are_texts(project: Path) -> None:
    settings = Settings(root=project, formats=(("locales/**/*.json", "json"), ("*.md", "text")))
    assert met(project, ".", settings) == {*_ALWAYS, "locales/de/app.json"}
    assert format_of("a/b.md", settings) is FORMATS["text"]


def test_the_readme_names_every_format_and_suffix(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    bilingual = {".xlf", ".xliff", ".tmx", ".po", ".pot"}
    assert [name for name in (*FORMATS, *READERS) if f"`{name}`" not in readme and name not in bilingual] == []


def test_a_walk_passes_over_pdf_without_the_extra(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from termcheck.articles import formats

    monkeypatch.setattr(formats, "is_installed", lambda _: False)
    assert met(project, ".") == set(_ALWAYS) - {"paper.pdf"}
    assert met(project, "paper.pdf") == {"paper.pdf"}


def test_a_walk_leaves_out_what_office_writes_while_a_file_is_open(project: Path) -> None:
    (project / "~$report.docx").write_bytes(b"x")
    assert met(project, ".") == set(_ALWAYS)


def test_every_reader_can_be_imported() -> None:
    pytest.importorskip("yaml", reason="needs the extra yaml")
    assert all(callable(form.text_reader() if form.text else form.binary_reader()) for form in FORMATS.values())


@pytest.mark.parametrize(
    ("path", "lang"),
    [
        ("res/values/strings.xml", None), ("res/values-de/strings.xml", "de"),
        ("res/values-zh-rTW/strings.xml", "zh-TW"),
        ("res/values-b+sr+Latn/strings.xml", "sr-Latn"), ("res/values-land/strings.xml", None),
        ("res/values-mcc310-iw/strings.xml", "he"), ("Base.lproj/a.strings", None),
        ("zh-Hans.lproj/a.strings", "zh-Hans"),
        ("messages.properties", None), ("messages_de.properties", "de"), ("messages_pt_BR.properties", "pt-BR"),
        ("net_office.properties", None), ("Texts.resx", None), ("Texts.zh-Hant.resx", "zh-Hant"),
        ("locales/de/common.json", "de"), ("locales/de.json", "de"), ("config/locales/models.pt-BR.yml", "pt-BR"),
        ("_locales/zh_CN/messages.json", "zh-CN"), ("src/components/button.json", None), ("app_fil.arb", "fil"),
    ],
)  # fmt: skip
def test_the_path_tells_the_language(path: str, lang: str | None) -> None:
    assert language_of_path(path) == lang
