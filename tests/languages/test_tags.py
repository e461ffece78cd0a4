import pytest

from termcheck.glossary.tags import explain_tag
from termcheck.languages.tags import base, parse, related

HOLDS = [
    ("en", "en"), ("en", "en-GB"), ("EN_gb", "en"), ("en-Latn", "en-GB"), ("*", "th"),
    ("zh", "zh-Hant"), ("zh", "zh-Hans-CN"), ("zh-Hant", "zh-TW"), ("zh-Hant", "zh_HK"), ("zh-MO", "zh-Hant-MO"),
    ("zh-Hans", "zh-CN"), ("zh-Hans", "zh-SG"), ("zh-cmn-Hans", "zh-CN"), ("cmn", "zh"), ("zh", "yue"),
    ("zh-yue", "yue-HK"),
    ("sr", "sr-Latn"), ("sr", "sr-Cyrl"), ("sh", "sr-Latn"), ("sh-Latn", "sr"), ("sr-Latn-RS", "sr-Latn"),
    ("no", "nb"), ("no", "nn-NO"), ("no-bok", "nb"), ("no-nyn", "nn"),
    ("iw", "he-IL"), ("in", "id"), ("ji", "yi"), ("mo", "ro-MD"), ("tl", "fil"), ("ger", "de-AT"), ("deu", "de"),
    ("pt", "pt-BR"), ("es-419", "es-MX"), ("es-001", "es-ES"), ("de", "de-CH-1996"), ("sl-rozaj", "sl"),
    ("en-x-house", "en"), ("x-house", "x-house"), ("pa-PK", "pa-Arab"), ("ja-Jpan", "ja"), ("jp", "ja"),
]  # fmt: skip
DOES_NOT_HOLD = [
    ("en-US", "en-GB"), ("en", "enm"), ("pt-BR", "pt-PT"), ("es-419", "es-ES"), ("zh-Hans", "zh-Hant"),
    ("zh-TW", "zh-Hans"), ("zh-TW", "zh-HK"), ("zh-Hans", "yue-HK"), ("sr-Latn", "sr-Cyrl"), ("sh", "sr-Cyrl"),
    ("nb", "nn"), ("nb", "da"), ("hr", "sr"), ("id", "ms"), ("de-1901", "de-1996"), ("x-house", "x-other"),
    ("en-x-house", "en-x-other"), ("pa-Guru", "pa-PK"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "article"), HOLDS)
def test_a_row_holds_where_nothing_that_both_tags_say_differs(row: str, article: str) -> None:
    assert related(row, article)
    assert related(article, row) or row == "*"


@pytest.mark.parametrize(("row", "article"), DOES_NOT_HOLD)
def test_a_row_does_not_hold_for_another_language_script_or_region(row: str, article: str) -> None:
    assert not related(row, article)
    assert not related(article, row)


def test_a_tag_says_its_likely_script() -> None:
    for tag in map(parse, ("zh_tw", "zh-Hant-TW")):
        assert (tag.script, tag.region) == ("hant", "tw")
    assert parse("zh").script == ""


@pytest.mark.parametrize(("tag", "language"), [("iw-IL", "he"), ("zh-Hant-HK", "zh"), ("nb", "nb"), ("x-mine", "x")])
def test_the_language_of_a_tag(tag: str, language: str) -> None:
    assert base(tag) == language


@pytest.mark.parametrize(
    "tag",
    ["en", "zh-Hant", "zh-Hant-TW", "es-419", "de-CH-1996", "sl-rozaj-biske", "en-x-house", "x-house", "sr-Latn-RS",
     "de-u-co-phonebk", "zh-cmn-Hans-CN", "ca-valencia", "fil"],
)  # fmt: skip
def test_valid_tags_are_accepted_in_glossaries(tag: str) -> None:
    assert not explain_tag(tag)


@pytest.mark.parametrize("tag", ["english", "e", "en-", "en GB", "zh-Hant-Hans", "en-x", "12", "zh_Hant", ""])
def test_invalid_tags_are_not(tag: str) -> None:
    assert explain_tag(tag)
