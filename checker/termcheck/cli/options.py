"""Options that several commands share, in the same words."""

from collections.abc import Sequence
from typing import TypedDict

import click

from termcheck.config_values import COLUMN_NAMES


class ProjectOptions(TypedDict):
    """What Click hands to a command that asks which glossary, languages and configuration hold."""

    glossary: tuple[str, ...]
    lang: str | None
    source_lang: str | None
    config: str | None


class ArticleOptions(ProjectOptions):
    """The same with the articles that are looked at."""

    paths: tuple[str, ...]


def read_columns(_ctx: click.Context, _param: click.Parameter, values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each ``NEED=NAME`` taken apart, for Click; raises BadParameter."""
    found = []
    for value in values:
        need, _, name = value.partition("=")
        if need not in COLUMN_NAMES or not name:
            raise click.BadParameter(f"{value!r} is not one of {', '.join(f'{need}=NAME' for need in COLUMN_NAMES)}.")
        found.append((need, name))
    return tuple(found)


GLOSSARY = click.option(
    "-g",
    "--glossary",
    multiple=True,
    type=click.Path(),
    metavar="PATH",
    help="Glossary file or folder; may be repeated.",
)
LANG = click.option("--lang", metavar="CODE", help="Language of the articles, e.g. en or zh-Hans.")
SOURCE_LANG = click.option("--source-lang", metavar="CODE", help="Language that the articles were translated from.")
CONFIG = click.option(
    "--config", type=click.Path(), metavar="FILE", help="Configuration file, instead of the nearest one."
)
COLUMN = click.option(
    "--column",
    "columns",
    multiple=True,
    callback=read_columns,
    metavar="NEED=NAME",
    help="In tables of articles: the column that holds the text, id, lang, date or title. May be repeated.",
)
