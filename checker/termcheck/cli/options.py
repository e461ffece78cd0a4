"""Options that several commands share, in the same words."""

import click

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
