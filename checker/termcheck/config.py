"""The configuration: ``[tool.termcheck]`` in pyproject.toml, or termcheck.toml."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from termcheck.model import Policy, Severity

RuleLevels = Mapping[str, Severity | None]
"""Rule id -> severity, or None for ``off``."""


class Override(Struct, frozen=True):
    """Settings for the articles that match one of the globs; later overrides win."""

    paths: tuple[str, ...]
    """Globs over the article's path as reported."""
    rules: RuleLevels = field(default_factory=dict)
    lang: str | None = None


class Settings(Struct, frozen=True):
    """Everything a run can be told, with its defaults."""

    root: Path = Path()
    """The project root: the folder of the configuration file, else the working directory. Absolute."""
    file: Path | None = None
    """The configuration file itself, if there is one."""
    glossary: tuple[str, ...] = ("glossary",)
    """Files or folders, relative to the root."""
    reports: str = "reports"
    """Folder, relative to the root."""
    include: tuple[str, ...] = ()
    """What ``run`` checks without PATHS: files, folders, globs, relative to the root."""
    exclude: tuple[str, ...] = ()
    """Patterns, as in .gitignore, of what is left out of a walk."""
    lang: str | None = None
    """Language of articles whose metadata names none."""
    source_lang: str | None = None
    fail_on: Severity | None = Severity.ERROR
    """Lowest severity that makes the exit status 1; None for ``never``."""
    quotes: Policy = Policy.CHECK
    blockquotes: Policy = Policy.NOTE
    front_matter_prose: tuple[str, ...] = ("title", "subtitle", "headline", "description", "summary")
    """Keys of front matter whose values are prose."""
    min_confidence: float = 0.0
    """Forms that are not listed are taken from this confidence on; 0 to 1."""
    rules: RuleLevels = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
