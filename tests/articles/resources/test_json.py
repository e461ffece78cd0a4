"""JSON, i18next, ARB and string catalogs."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_articles import Read, raw, texts
from termcheck.articles import article_of
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.model import PROTECTED_MARK, DirectiveKind

I18NEXT = r"""{
  "office": {
    "name": "The Net\u0077ork Office",
    "count_one": "{{count}} office",
    "nested": "See $t(office.name, { \"count\": {{n}} }) of {{ who, upper }}",
    "quoted": "The \"Central\" Office,\nnew line, C:\\dir",
    "list": ["First", {"deep": "Second"}, 3, null, true]
  },
  "office.flat": "Emoji \ud83d\ude00 here"
}
"""


def test_every_string_value_is_read_and_no_key(read: Read) -> None:
    article = read("locales/en/app.json", I18NEXT)
    assert texts(article) == {
        "office.name": "The Network Office",
        "office.count_one": f"{PROTECTED_MARK} office",
        "office.nested": f"See {PROTECTED_MARK} of {PROTECTED_MARK}",
        "office.quoted": 'The "Central" Office, new line, C:\\dir',
        "office.list[0]": "First",
        "office.list[1].deep": "Second",
        "office.flat": "Emoji 😀 here",
    }
    assert article.lang == "en"
    assert raw(article, "Network Office") == r"Net\u0077ork Office"
    assert raw(article, '"Central"') == r"\"Central\""
    assert raw(article, "😀") == r"\ud83d\ude00"


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1), min_size=1, max_size=4), st.booleans())
def test_what_is_shown_comes_from_where_it_is_said_to(values: list[str], ascii_only: bool) -> None:  # noqa: FBT001
    text = json.dumps({str(number): value for number, value in enumerate(values)}, ensure_ascii=ascii_only)
    article = article_of("a.json", text, Settings())
    for piece in article.view.pieces:
        shown = article.view.text[piece.view_start : piece.view_end]
        if shown.isalnum() and piece.end > piece.start:
            assert json.loads(f'"{text[piece.start : piece.end]}"') == shown
    words = [word for value in values for word in value.split() if word.isalnum()]
    assert all(word in article.view.text for word in words)


def test_choices_of_icu_are_texts_of_their_own(read: Read) -> None:
    choices = "=0{No office} one{One {kind} office} other{{n} of the {g, select, a{Net} other{Web}} offices}"
    message = f"{{n, plural, {choices}}} met {{when}}"
    article = read("a.json", json.dumps({"met": message}))
    assert article.view.text.split("\u2029") == [
        "No office", f"One {PROTECTED_MARK} office", f"{PROTECTED_MARK} of the", "Net", "Web", "offices",
        f"met {PROTECTED_MARK}",
    ]  # fmt: skip


def test_a_blank_line_parts_texts(read: Read) -> None:
    article = read("a.json", json.dumps({"a": "The Net\nOffice.\n\nThe Web\nOffice."}))
    assert article.view.text.split("\u2029") == ["The Net Office.", "The Web Office."]


def test_comments_are_allowed_and_carry_directives(read: Read) -> None:
    text = '{\n  // termcheck-disable cac\n  "a": "One", /* termcheck-enable */\n  "b": "http://x // no comment",\n}'
    article = read("a.json", text)
    assert [(one.kind, one.concepts) for one in article.directives] == [
        (DirectiveKind.DISABLE, ("cac",)),
        (DirectiveKind.ENABLE, ()),
    ]
    assert [text[slice(*one.span)] for one in article.directives] == [
        "// termcheck-disable cac",
        "/* termcheck-enable */",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it ends in the middle (line 1, column 1)"),
        ('{"a": "b"', "it ends in the middle (line 1, column 10)"),
        ('{"a":\n "b}', "a text has no end (line 2, column 2)"),
        ('{"a" "b"}', "a colon is missing (line 1, column 6)"),
        ('{"a": "b" "c": "d"}', "a comma is missing (line 1, column 11)"),
        ("{a: 1}", "a key is missing (line 1, column 2)"),
        ('{"a": }', "a value is missing (line 1, column 7)"),
        ("[] []", "something follows where it should end (line 1, column 4)"),
        ("[" * 500, "it is nested too deeply (line 1, column 202)"),
    ],
)
def test_broken_json_is_one_error_with_its_place(read: Read, text: str, message: str) -> None:
    with pytest.raises(ArticleError) as raised:
        read("a.json", text)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    "text",
    [
        '{"version":1,"summary":{},"findings":[{"message":"x"}],"suppressed":[],"reconciliation":[],"skipped":[]}',
        '{"version":1,"articles":[],"decisions":[]}',
    ],
)
def test_what_termcheck_has_written_is_no_article(read: Read, text: str) -> None:
    with pytest.raises(ArticleError, match="termcheck has written"):
        read("a.json", text)


def test_messages_of_browser_extensions_are_read_without_their_notes(read: Read) -> None:
    noted = {"description": "Of the Office", "placeholders": {"n": {"content": "$1"}}}
    article = read("_locales/pt_BR/messages.json", json.dumps({"name": {"message": "The $NAME$ Office", **noted}}))
    assert (texts(article), article.lang) == ({"name": f"The {PROTECTED_MARK} Office"}, "pt-BR")


def test_arb_reads_messages_without_what_is_said_of_them(read: Read) -> None:
    text = json.dumps(
        {
            "@@locale": "pt_BR", "title": "The Office", "@title": {"description": "Title of the Office"},
            "count": "{n, plural, one{office} other{offices}}", "@@x-note": "The Office",
        }
    )  # fmt: skip
    article = read("app_de.arb", text)
    assert article.view.text.split("\u2029") == ["The Office", "office", "offices"]
    assert article.lang == "pt-BR"
    assert read("lib/l10n/app_zh_Hant.arb", '{"a": "b"}').lang == "zh-Hant"


CATALOG = {
    "sourceLanguage": "en",
    "strings": {
        "The Office": {
            "localizations": {
                "de": {"stringUnit": {"state": "translated", "value": "Das Amt"}},
                "fr": {"stringUnit": {"state": "new", "value": "The Office"}},
            }
        },
        "count": {
            "localizations": {
                "en": {"stringUnit": {"state": "translated", "value": "%lld offices"}},
                "de": {
                    "variations": {
                        "plural": {
                            "one": {"stringUnit": {"state": "translated", "value": "Ein Amt"}},
                            "other": {"stringUnit": {"state": "translated", "value": "%lld Ämter"}},
                        }
                    }
                },
            }
        },
        "brand": {"shouldTranslate": False, "localizations": {"de": {"stringUnit": {"value": "Brand"}}}},
    },
    "version": "1.0",
}


def test_string_catalogs_are_bilingual(read: Read) -> None:
    article = read("Localizable.xcstrings", json.dumps(CATALOG, ensure_ascii=False, indent=2))
    assert article.view.text.split("\u2029") == ["Das Amt", "Ein Amt", f"{PROTECTED_MARK} Ämter"]
    assert article.source is not None
    sources = [one.source for one in article.segments]
    assert [article.source.view.text[slice(*one)] for one in sources if one] == [
        "The Office", f"{PROTECTED_MARK} offices", f"{PROTECTED_MARK} offices",
    ]  # fmt: skip
    assert (article.lang, article.source.lang) == ("de", "en")
    assert [one.context for one in article.segments] == ["", "plural one", "plural other"]
    assert raw(article, "Das Amt") == "Das Amt"
