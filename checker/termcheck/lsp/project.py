"""The projects that open files belong to: configuration, glossary and decisions, read again when they change."""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from termcheck.config import Settings
from termcheck.errors import Problem, TermcheckError
from termcheck.glossary import display_path
from termcheck.matching import TermIndex, compile_index
from termcheck.matching.mentions import UNLISTED_RENDERING
from termcheck.pipeline import Job, RunRequest, prepare
from termcheck.stamps import Stamp, stamp_of_project
from termcheck.verdicts import Verdicts

_PATIENCE = 2.0
"""Seconds after which a project that could not be read is tried again."""


class Project(Struct, frozen=True):
    """A configuration and a glossary in which nothing is wrong, ready for checking."""

    settings: Settings
    quick: Settings
    """The same without the rule for unlisted renderings: what is fast enough for every keystroke."""
    index: TermIndex
    verdicts: Verdicts
    stamp: Stamp

    @property
    def decisions(self) -> Path:
        """The file of decisions, which need not exist."""
        return self.settings.root / self.settings.decisions

    def shown(self, path: Path) -> str:
        """A path as findings report it."""
        return display_path(path, self.settings.root)


class Projects:
    """The projects of all open files, by the folder in which the configuration is looked for."""

    def __init__(
        self, config: str | None, glossary: tuple[str, ...], report: Callable[[tuple[Problem, ...]], None]
    ) -> None:
        """Keep what the command line names; ``report`` is told what is wrong with a configuration or a glossary."""
        self._config = config and os.path.abspath(config)  # noqa: PTH100 - links stay as named
        self._glossary = tuple(os.path.abspath(path) for path in glossary)  # noqa: PTH100
        self._report = report
        self._known: dict[Path, Project] = {}
        self._failed: dict[Path, tuple[float, tuple[Problem, ...]]] = {}

    def of(self, folder: Path) -> Project | None:
        """The project of the files in a folder; None while its configuration or glossary holds a mistake.

        A project that was good once stays in use until what is wrong with its files is mended. Each mistake is
        reported once.
        """
        known = self._known.get(folder)
        failed_at, told = self._failed.get(folder, (0.0, ()))
        is_current = known is not None and known.stamp == stamp_of_project(known.settings)
        if is_current or (told and time.monotonic() < failed_at + _PATIENCE):
            return known
        try:
            project = self._read(folder)
        except TermcheckError as error:
            self._failed[folder] = (time.monotonic(), error.problems)
            if error.problems != told:
                self._report(error.problems)
            return known
        self._failed.pop(folder, None)
        self._known[folder] = project
        return project

    def look_again(self) -> None:
        """Read what failed anew when it is next asked for: a file has changed."""
        self._failed = {folder: (0.0, told) for folder, (_, told) in self._failed.items()}

    def _read(self, folder: Path) -> Project:
        request = RunRequest(cwd=folder, glossary=self._glossary, config=self._config)
        job: Job = prepare(request, needs_articles=False)
        return Project(
            settings=job.settings,
            quick=_quick(job.settings),
            index=compile_index(job.glossary, job.cache),
            verdicts=job.verdicts,
            stamp=stamp_of_project(job.settings),
        )


def _quick(settings: Settings) -> Settings:
    off: Mapping[str, None] = {UNLISTED_RENDERING: None}
    overrides = tuple(
        replace(one, rules={name: level for name, level in one.rules.items() if name != UNLISTED_RENDERING})
        for one in settings.overrides
    )
    return replace(settings, rules={**settings.rules, **off}, overrides=overrides)
