"""Reading the configuration: what is found, what is refused, and how that is said."""

from pathlib import Path

import pytest

from termcheck.config import Override, Settings, language_for, load_settings, read_settings, severity_for
from termcheck.errors import ConfigError
from termcheck.model import Policy, Severity

RULES = ("wrong-case", "mixed-renderings", "deprecated-term")


def problems_of(folder: Path, text: str, name: str = "termcheck.toml") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(folder, None, RULES)
    return [str(problem) for problem in caught.value.problems]


def test_without_a_file_the_working_directory_is_the_root(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings == Settings(root=tmp_path)
    assert (settings.glossary, settings.reports) == (("glossary",), "reports")


@pytest.mark.parametrize(
    ("name", "header"),
    [("termcheck.toml", ""), ("termcheck.toml", "[tool.termcheck]"), ("pyproject.toml", "[tool.termcheck]")],
)
def test_every_key_is_read_from_either_file(tmp_path: Path, name: str, header: str) -> None:
    table = "tool.termcheck." if header else ""
    (tmp_path / name).write_text(
        f"""{header}
glossary = ["terms.csv", "more/"]
reports = "out"
include = ["news", "archive/*.md"]
exclude = ["drafts/", "!drafts/final.md"]
lang = "en"
source_lang = "zh"
fail_on = "warning"
quotes = "note"
blockquotes = "skip"
front_matter_prose = ["title"]
min_confidence = 0.5
[{table}rules]
wrong-case = "off"
mixed-renderings = "warning"
[[{table}overrides]]
paths = ["old/**"]
rules = {{ deprecated-term = "hint" }}
lang = "en-GB"
""",
        encoding="utf-8",
    )
    assert load_settings(tmp_path, None, RULES) == Settings(
        root=tmp_path,
        file=tmp_path / name,
        glossary=("terms.csv", "more/"),
        reports="out",
        include=("news", "archive/*.md"),
        exclude=("drafts/", "!drafts/final.md"),
        lang="en",
        source_lang="zh",
        fail_on=Severity.WARNING,
        quotes=Policy.NOTE,
        blockquotes=Policy.SKIP,
        front_matter_prose=("title",),
        min_confidence=0.5,
        rules={"wrong-case": None, "mixed-renderings": Severity.WARNING},
        overrides=(Override(("old/**",), {"deprecated-term": Severity.HINT}, "en-GB"),),
    )


def test_the_nearest_file_above_is_found_and_its_folder_is_the_root(tmp_path: Path) -> None:
    below = tmp_path / "project" / "news" / "2024"
    below.mkdir(parents=True)
    (tmp_path / "termcheck.toml").write_text('lang = "fr"', encoding="utf-8")
    (tmp_path / "project" / "pyproject.toml").write_text('[tool.termcheck]\nlang = "en"', encoding="utf-8")
    (tmp_path / "project" / "news" / "pyproject.toml").write_text('[project]\nname = "x"', encoding="utf-8")
    settings = load_settings(below)
    assert (settings.root, settings.lang) == (tmp_path / "project", "en")


def test_in_one_folder_termcheck_toml_comes_first(tmp_path: Path) -> None:
    (tmp_path / "termcheck.toml").write_text('lang = "fr"', encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.termcheck]\nlang = "en"', encoding="utf-8")
    assert load_settings(tmp_path).lang == "fr"


def test_an_explicit_file_wins_and_its_folder_is_the_root(tmp_path: Path) -> None:
    (tmp_path / "termcheck.toml").write_text('lang = "fr"', encoding="utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "strict.toml").write_text('fail_on = "never"', encoding="utf-8")
    settings = load_settings(tmp_path, Path("other/strict.toml"))
    assert (settings.root, settings.lang, settings.fail_on) == (tmp_path / "other", None, None)


def test_the_file_may_start_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "termcheck.toml").write_bytes(b'\xef\xbb\xbflang = "fr"\r\n')
    assert load_settings(tmp_path).lang == "fr"


def test_all_mistakes_are_told_at_once_each_with_its_line_and_remedy(tmp_path: Path) -> None:
    assert problems_of(
        tmp_path,
        """glosary = "terms.csv"
min-confidence = 0.5
min_confidence = 1.5
fail_on = "off"
quotes = "no"
lang = ""
include = [3]

[rules]
wrong-case = "eror"
mixed-rendering = "off"

[[overrides]]
paths = ["ok/**"]

[[overrides]]
lang = ["de"]
""",
    ) == [
        "termcheck.toml:1: unknown key `glosary` (did you mean `glossary`?)",
        "termcheck.toml:2: unknown key `min-confidence` (did you mean `min_confidence`?)",
        "termcheck.toml:3: `min_confidence` must be a number from 0 to 1 (e.g. min_confidence = 0.8)",
        'termcheck.toml:4: `fail_on` cannot be "off" (write one of "error", "warning", "hint", "never")',
        'termcheck.toml:5: `quotes` cannot be "no" (write one of "check", "note", "skip")',
        "termcheck.toml:6: `lang` is empty (write a value, or remove the key)",
        'termcheck.toml:7: `include` must be a text, not a number (write it in quotes: "...")',
        'termcheck.toml:10: `rules.wrong-case` cannot be "eror" (write one of "error", "warning", "hint", "off")',
        "termcheck.toml:11: unknown rule `mixed-rendering` (did you mean `mixed-renderings`?)",
        "termcheck.toml:16: `overrides[2]` has no `paths` (say for which articles it holds)",
        'termcheck.toml:17: `overrides[2].lang` must be a text, not a list (write it in quotes: "...")',
    ]


@pytest.mark.parametrize("key", ["decision", "baselines", "cache", "Glossary"])
def test_a_key_that_does_not_exist_is_refused(tmp_path: Path, key: str) -> None:
    (problem,) = problems_of(tmp_path, f'[tool.termcheck]\nlang = "en"\n{key} = "x"', "pyproject.toml")
    assert problem.startswith(f"pyproject.toml:3: unknown key `{key}` (")


@pytest.mark.parametrize("pattern", ["", "/abs/*.md", "../up/*.md", "C:/x/*.md", "a\\\\b", "a**/b", "[ab"])
def test_a_pattern_that_can_never_match_is_refused(tmp_path: Path, pattern: str) -> None:
    (problem,) = problems_of(tmp_path, f'[[overrides]]\npaths = ["{pattern}"]')
    assert problem.startswith("termcheck.toml:2: `overrides[1].paths`")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'lang = "en"\nreports = out\n', "termcheck.toml:2: this is not valid TOML: invalid value"),
        (b'lang = "en"\nlang = "fr"\n', "termcheck.toml:2: this is not valid TOML: cannot overwrite a value"),
        (b'lang = "\xff\xfe"', "termcheck.toml: the configuration is not UTF-8 (save it as UTF-8)"),
        (b'lang = "en', "termcheck.toml: this is not valid TOML: "),
        (b"#" * 1_000_001, "termcheck.toml: the configuration is larger than 1 MB"),
    ],
)
def test_a_file_that_cannot_be_parsed_is_one_problem(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "termcheck.toml").write_bytes(content)
    (problem,) = read_settings(tmp_path).problems
    assert str(problem).startswith(expected)


def test_a_broken_pyproject_counts_only_if_it_names_the_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project\nname = termcheck", encoding="utf-8")
    assert load_settings(tmp_path).file is None
    (tmp_path / "pyproject.toml").write_text("[tool.termcheck\nlang = 1", encoding="utf-8")
    with pytest.raises(ConfigError):
        load_settings(tmp_path)


def test_an_explicit_file_must_exist_and_have_settings(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (missing,) = read_settings(tmp_path, Path("no.toml")).problems
    (empty,) = read_settings(tmp_path, Path("pyproject.toml")).problems
    assert str(missing) == "no.toml: there is no such configuration file (check the path, or run `termcheck init`)"
    assert str(empty).startswith("pyproject.toml: there is no table [tool.termcheck]")


def test_the_last_override_that_holds_decides(tmp_path: Path) -> None:
    settings = Settings(
        root=tmp_path,
        lang="en",
        rules={"wrong-case": Severity.WARNING},
        overrides=(
            Override(("archive/**",), {"wrong-case": None}, "fr"),
            Override(("archive/2024/*.md",), {"wrong-case": Severity.ERROR}),
        ),
    )
    assert severity_for("wrong-case", "news/a.md", settings, Severity.HINT) is Severity.WARNING
    assert severity_for("wrong-case", "archive/a.md", settings, Severity.HINT) is None
    assert severity_for("wrong-case", "archive/2024/a.md", settings, Severity.HINT) is Severity.ERROR
    assert severity_for("mixed-renderings", "archive/a.md", settings, Severity.HINT) is Severity.HINT
    assert language_for("archive/2024/a.md", settings) == "fr"
    assert language_for("news/a.md", settings) == "en"
