"""The pieces of the project that must agree with each other."""

import re
import tomllib
from pathlib import Path

import termcheck
from termcheck.languages import KNOWN


def pyproject(root: Path) -> dict[str, object]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_version_is_the_same_everywhere(root: Path) -> None:
    project = pyproject(root)["project"]
    assert isinstance(project, dict)
    assert project["version"] == termcheck.__version__
    assert f"## [{termcheck.__version__}]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"rev: v{termcheck.__version__}" in (root / "README.md").read_text(encoding="utf-8")


def test_the_hooks_take_exactly_the_suffixes_that_have_a_reader(root: Path) -> None:
    from termcheck.articles import READERS

    hooks = (root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    first, second = (
        {f".{suffix}" for suffix in found.split("|")}
        for found in re.findall(r"files: \(\?i\)\\\.\(([a-z|]+)\)\$", hooks)
    )
    assert first == set(READERS)
    assert second == {*READERS, ".csv", ".tsv", ".toml", ".jsonl"}


def test_make_offers_what_the_readme_names(root: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", (root / "README.md").read_text(encoding="utf-8")))
    assert named <= targets
    assert {"run", "test", "accuracy", "lint"} <= targets


def test_the_readme_names_every_language(root: Path) -> None:
    named = (root / "README.md").read_text(encoding="utf-8").partition("## Languages")[2].partition("\n\n")[2]
    listed = named.partition("\n\n")[0]
    assert f"knows {len(KNOWN) + 1} languages" in listed
    assert [name for name in ("English", *KNOWN.values()) if name not in listed] == []


def test_the_example_glossary_comes_with_the_program_where_init_looks_for_it(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["sources"]["glossary"] == "termcheck/cli/examples/china"
    assert "glossary" in wheel["only-include"]
