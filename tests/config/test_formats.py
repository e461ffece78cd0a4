"""The setting that says how files are read whose names do not tell it."""

from pathlib import Path

import pytest

from termcheck.articles import FORMATS, discover, read_article
from termcheck.articles.selection import Selection
from termcheck.config import load_settings
from termcheck.config_file import FORMAT_NAMES
from termcheck.errors import ArticleError, ConfigError


def test_the_setting_knows_every_format() -> None:
    assert set(FORMAT_NAMES) == set(FORMATS)


def test_files_that_match_are_articles_of_that_format(tmp_path: Path) -> None:
    (tmp_path / "termcheck.toml").write_text('[formats]\n"*.story" = "markdown"\n"plain/*.story" = "text"\n', "utf-8")
    for name in ("one.story", "plain/two.story", "three.other"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Some `code` here.", "utf-8")
    settings = load_settings(tmp_path)
    found = discover(["."], settings, tmp_path)
    shown = {source.path: read_article(source, settings).view.text for source in found.sources}
    assert shown == {"one.story": "Some \ufffc here.", "plain/two.story": "Some `code` here."}
    assert Selection(["."], settings, tmp_path).holds(tmp_path / "one.story")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('formats = { "*.x" = "wordstar" }', "cannot be"),
        ('formats = { "a\\\\b" = "text" }', "is no pattern"),
        ('formats = ["text"]', "must be a table"),
    ],
)
def test_a_mistake_in_the_setting_stops_the_run(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "termcheck.toml").write_text(f"{line}\n", "utf-8")
    with pytest.raises(ConfigError, match=message) as raised:
        load_settings(tmp_path)
    assert raised.value.problems[0].place == "termcheck.toml:1"


def test_a_file_that_nothing_reads_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "one.story").write_text("Text.", "utf-8")
    settings = load_settings(tmp_path)
    (source,) = discover(["one.story"], settings, tmp_path).sources
    with pytest.raises(ArticleError, match="formats"):
        read_article(source, settings)
