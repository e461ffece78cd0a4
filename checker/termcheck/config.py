"""The configuration: ``[tool.termcheck]`` in pyproject.toml, or termcheck.toml."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct, field

from termcheck import globs
from termcheck.errors import ConfigError, Problem
from termcheck.model import Policy, Severity

FILE = "termcheck.toml"
SHARED_FILE = "pyproject.toml"
"""Holds the settings in its table ``[tool.termcheck]``."""

RuleLevels = Mapping[str, Severity | None]
"""Rule id -> severity, or None for ``off``."""


class Override(Struct, frozen=True):
    """Settings for the articles that match one of the globs; later overrides win."""

    paths: tuple[str, ...]
    """Globs over the article's path as reported."""
    rules: RuleLevels = field(default_factory=dict)
    lang: str | None = None


class Told(Struct, frozen=True):
    """What a project tells of words, beside its glossary; gathered when a run is prepared."""

    same_words: tuple[tuple[str, str], ...] = ()
    """Pairs of words that stand for each other, as editors have accepted."""
    dictionary: str = ""
    """Path of a dictionary of the source language."""
    stamp: str = ""
    """What changes when that file does."""
    other_words: tuple[tuple[str, str], ...] = ()
    """Pairs of words that do not stand for each other, as editors have decided."""


class Settings(Struct, frozen=True):
    """Everything a run can be told, with its defaults."""

    root: Path = Path()
    """The project root: the folder of the configuration file, else the working directory. Absolute."""
    file: Path | None = None
    """The configuration file itself, if there is one."""
    glossary: tuple[str, ...] = ("glossary",)
    """Files or folders, relative to the root."""
    glossary_columns: tuple[tuple[str, str], ...] = ()
    """(column of a glossary table as written, what it holds) for tables whose header does not tell it."""
    reports: str = "reports"
    """Folder, relative to the root."""
    workbook: bool = False
    """Whether the folder also gets findings.xlsx."""
    decisions: str = "termcheck.decisions.jsonl"
    """File with the editor's verdicts, relative to the root; it need not exist."""
    baseline: str = "termcheck.baseline.jsonl"
    """File with accepted findings, relative to the root; it need not exist."""
    history: str | None = None
    """File in which the counts of runs over folders are kept, relative to the root."""
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
    formats: tuple[tuple[str, str], ...] = ()
    """(glob, name of a format) for files whose name does not tell how to read them; later ones win."""
    columns: tuple[tuple[str, str], ...] = ()
    """(what an article needs, name of the column) for tables of articles whose columns have other names."""
    fuzzy: bool = False
    """Whether fuzzy entries of PO files are checked like others."""
    front_matter_prose: tuple[str, ...] = ("title", "subtitle", "headline", "description", "summary")
    """Keys of front matter whose values are prose."""
    min_confidence: float = 0.0
    """Forms that are not listed are taken from this confidence on; 0 to 1."""
    embeddings: bool = False
    """Whether the rule ``unlisted-rendering`` also asks the language model of the extra ``embeddings``."""
    dictionary: str | None = None
    """A dictionary from Chinese to English in the format of CC-CEDICT, relative to the root."""
    told: Told = Told()
    """Not of the configuration file: what is gathered from other files."""
    rules: RuleLevels = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()


class Loaded(Struct, frozen=True):
    """Settings, and what is wrong with the file they come from."""

    settings: Settings
    """With the default wherever a key is missing or wrong."""
    problems: tuple[Problem, ...]


def severity_for(rule_id: str, path: str, settings: Settings, default: Severity) -> Severity | None:
    """Severity of a rule in the article with that path (as reported); None where the rule is off.

    ``default``: what holds where nothing is configured.
    """
    severity: Severity | None = settings.rules.get(rule_id, default)
    for override in settings.overrides:
        if rule_id in override.rules and globs.matches_any(path, override.paths):
            severity = override.rules[rule_id]
    return severity


def language_for(path: str, settings: Settings) -> str | None:
    """Language that the configuration gives to the article with that path (as reported); None without one."""
    lang = settings.lang
    for override in settings.overrides:
        if override.lang is not None and globs.matches_any(path, override.paths):
            lang = override.lang
    return lang


def load_settings(cwd: Path, explicit: Path | None = None, rule_ids: Collection[str] | None = None) -> Settings:
    """The settings for a run in the folder ``cwd``: see ``read_settings``. Raises ConfigError with every problem."""
    loaded = read_settings(cwd, explicit, rule_ids)
    if loaded.problems:
        raise ConfigError(loaded.problems)
    return loaded.settings


def read_settings(cwd: Path, explicit: Path | None = None, rule_ids: Collection[str] | None = None) -> Loaded:
    """Read the configuration ``explicit``, else the nearest one in ``cwd`` or a folder above it.

    In one folder termcheck.toml comes before pyproject.toml; a pyproject.toml without ``[tool.termcheck]`` is passed
    over. Without any file the root is ``cwd``. ``rule_ids`` are the rules that exist; None leaves ids unchecked.
    """
    here = Path(os.path.abspath(cwd))  # noqa: PTH100 - resolve() would follow links and change the paths users know
    file = here / explicit if explicit is not None else _find(here)
    if file is None:
        return Loaded(Settings(root=here), ())
    from termcheck.config_file import read_file

    name = file.relative_to(here).as_posix() if file.is_relative_to(here) else file.as_posix()
    values, problems = read_file(file, name, rule_ids)
    overrides = tuple(Override(**each) for each in values.pop("overrides", ()))
    return Loaded(Settings(root=file.parent, file=file, overrides=overrides, **values), problems)


def _find(folder: Path) -> Path | None:
    """The nearest file with settings in the folder or one above it."""
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
        if (place / SHARED_FILE).is_file():
            from termcheck.config_file import has_settings

            if has_settings(place / SHARED_FILE):
                return place / SHARED_FILE
    return None
