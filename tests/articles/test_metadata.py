"""Title, date and language."""

import datetime as dt
from pathlib import Path

import pytest

from termcheck.articles import Source, read_article
from termcheck.articles.metadata import language_tag, read_date
from termcheck.config import Settings
from termcheck.model import BLOCK_BREAK, Article

SEEDS = Path(__file__).parents[2] / "seeds"


def read(text: str, name: str = "a.txt", prose: tuple[str, ...] = Settings().front_matter_prose) -> Article:
    return read_article(Source(name, data=text.encode()), Settings(front_matter_prose=prose))


@pytest.mark.parametrize(
    ("number", "title", "date"),
    [
        ("000", "2023 China Internet Civilization Conference Focuses on Strengthening Network Civilization",
         dt.date(2023, 7, 19)),
        ("001", None, dt.date(2022, 8, 28)),
        ("002", "Illuminate the Internet with the light of civilization", None),
        ("003", "Official calls for advancing cyber civilization progress", dt.date(2022, 8, 29)),
        ("004", "Beijing to Host China’s First Internet Civilization Conference", None),
    ],
)  # fmt: skip
def test_the_seed_articles(number: str, title: str | None, date: dt.date | None) -> None:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    article = read_article(Source(path.name, path), Settings())
    assert (article.title, article.date) == (title, date)


@pytest.mark.parametrize(
    "line",
    [
        "date 2022-08-29 Some title words", "Updated : 2022-08-29", "(China Daily) \u00a0 Updated : 2022-08-29 10:15",
        "2022-08-29 10:15", "2022-08-29 10:15 Source: Xinhua", "August 29, 2022", "Monday, August 29th, 2022",
        "29 Aug. 2022", "By Jane Doe, August 29, 2022", "BEIJING, Aug. 29, 2022 (Xinhua) -- The office",
        "Beijing, 29 August 2022 – The office", "(Xinhua, August 29, 2022)", "新华社北京2022年8月29日电 记者",
        "发布时间：2022年08月29日 10:15", "Publié le 29 août 2022", "Published: Monday, 29 August 2022", "29/08/2022",
        "29.08.2022", "2022/8/29", "Posted on August 29, 2022",
    ],
)  # fmt: skip
def test_lines_that_state_the_date(line: str) -> None:
    assert read(f"A title\n\n{line}\n\nThe text of it.\n").date == dt.date(2022, 8, 29)


@pytest.mark.parametrize(
    "line",
    [
        "Xiamen, July 19th – The conference was held.", "(Xinhua News Agency, Beijing, August 27)", "08/09/2022",
        "The war ended on May 8, 1945 in Europe.", "The law was published on 3 March 2020 in the gazette of the state.",
        "Statement of 3 March 2020", "2022-08-29 was a good day", "Version 2022.13.45", "2022-02-30", "Call 2022-0829",
        "The update: 2020-01-01", "On May 8, 1945 (Tuesday) the war ended",
    ],
)  # fmt: skip
def test_lines_that_do_not(line: str) -> None:
    assert read(f"A title\n\n{line}\n\nThe text of it.\n").date is None


def test_publication_comes_before_the_last_change() -> None:
    assert read("Updated: 2021-01-02\n\nPublished: 2020-01-02\n\nText.").date == dt.date(2020, 1, 2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2022-08-29T23:30:00+08:00", dt.date(2022, 8, 29)),
        ("Mon, 29 Aug 2022 10:00:00 GMT", dt.date(2022, 8, 29)),
        ("20220829", dt.date(2022, 8, 29)),
        ("12 de mayo de 2021", dt.date(2021, 5, 12)),
        ("3 марта 2020", dt.date(2020, 3, 3)),
        ("0000-00-00", None),
        ("yesterday", None),
    ],
)
def test_dates_of_metadata(value: str, expected: dt.date | None) -> None:
    assert read_date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("en", "en"), ("en_GB", "en-GB"), ("zh-Hans-CN", "zh-Hans-CN"), (" fr ", "fr"), ("en, fr", None), ("", None),
     ("english", None), (None, None)],
)  # fmt: skip
def test_language_tags(value: str | None, expected: str | None) -> None:
    assert language_tag(value) == expected


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("<meta property='article:published_time' content='2020-01-02T00:00Z'>", dt.date(2020, 1, 2)),
        ("<meta content='2020-01-02' name='pubdate'>", dt.date(2020, 1, 2)),
        ("<time datetime='2020-01-02'>2 January</time>", dt.date(2020, 1, 2)),
        ("<time datetime=2020-01-02>x</time><time datetime=2021-01-02>y</time>", None),
        ("<time datetime=2021-01-02>x</time><time pubdate datetime=2020-01-02>y</time>", dt.date(2020, 1, 2)),
        ('<script type="application/ld+json">{"datePublished": "2020-01-02"}</script>', dt.date(2020, 1, 2)),
        ("<meta property='article:modified_time' content='2020-01-02'>", dt.date(2020, 1, 2)),
        ("<p>Updated: 2020-01-02</p>", dt.date(2020, 1, 2)),
    ],
)
def test_date_of_html(head: str, date: dt.date | None) -> None:
    assert read(f"<title>T</title>{head}<p>Text.", "a.html").date == date


def test_title_and_language_of_html() -> None:
    page = read("<html lang=en-GB><head><title>\n One &amp;\n two </title></head><h1>Head</h1>", "a.html")
    assert (page.title, page.lang) == ("One & two", "en-GB")
    page = read("<meta http-equiv=Content-Language content=fr><h1>Head</h1>", "a.html")
    assert (page.title, page.lang) == ("Head", "fr")


def test_title_of_markdown_is_its_first_heading_of_the_first_level() -> None:
    assert read("## Part\n\n# The *title*\n\n# Other", "a.md").title == "The title"


FRONT = """---
# a comment
title: "One \\"two\\" \\u00e9"
subtitle: 'it''s'
slug: not-prose
description: >-
  folded
  text

summary: plain: with colon # comment
headline:
  on the next line
tags: [a, b]
seo:
  title: nested
date: 2022-08-29 10:00
lang: en_GB
---
Body
"""


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_yaml_front_matter(name: str) -> None:
    article = read(FRONT, name)
    assert article.view.text.split(BLOCK_BREAK) == [
        'One "two" é', "it's", "folded text", "plain: with colon", "on the next line", "Body",
    ]  # fmt: skip
    assert (article.title, article.date, article.lang) == ('One "two" é', dt.date(2022, 8, 29), "en-GB")


def test_toml_front_matter() -> None:
    text = (
        '+++\ntitle = \'It is\'\nsummary = """two\nlines"""\ndate = 2022-08-29\n[extra]\nsubtitle = \'no\'\n+++\nBody'
    )
    article = read(text, "a.md")
    assert article.view.text.split(BLOCK_BREAK) == ["It is", "two lines", "Body"]
    assert (article.title, article.date) == ("It is", dt.date(2022, 8, 29))


def test_which_keys_are_prose_is_configurable() -> None:
    assert read(FRONT, "a.md", prose=("slug",)).view.text.split(BLOCK_BREAK) == ["not-prose", "Body"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nJust text, no key\n---\nBody",
        "---\ntitle: never closed\n\nBody",
        "--- x\ntitle: a\n---\n",
        "\n---\ntitle: a\n---\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert "Body" in read(text, "a.md").view.text or "title" in read(text, "a.md").view.text


@pytest.mark.parametrize(
    "inner",
    [
        "title: 'open\nx: y",
        'title: "a\\',
        "title: [a",
        "title: {",
        ": x",
        "title:\n- a\n- b",
        "title: |",
        "title: &a *b",
        "? x",
        "\t",
    ],
)
def test_odd_front_matter_never_fails(inner: str) -> None:
    assert read(f"---\nslug: a\n{inner}\n---\nBody", "a.md").view.text.endswith("Body")
