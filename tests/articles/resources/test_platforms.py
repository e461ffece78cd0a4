"""Android, Apple, Java and .NET."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_articles import Read, raw, texts
from termcheck.articles import article_of
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.model import PROTECTED_MARK, DirectiveKind

ANDROID = r"""<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <!-- termcheck-disable-next-line cac -->
    <string name="office">The Net\u0077ork Office\'s &amp; "  kept  " <b>bo</b>ld\nline</string>
    <string name="brand" translatable="false">Office</string>
    <string name="who">Met <xliff:g id="name" example="Office">%1$s</xliff:g> at %2$d\%</string>
    <string name="page"><![CDATA[<p>The <b>Central</b> Office</p>]]></string>
    <string-array name="list">
        <item>First</item>
        <item>Second</item>
    </string-array>
    <plurals name="offices">
        <item quantity="one">One office</item>
        <item quantity="other">%d offices</item>
    </plurals>
    <color name="red">#f00</color>
    <item name="x" type="id">Office</item>
</resources>
"""


def test_android_strings(read: Read) -> None:
    article = read("res/values-zh-rTW/strings.xml", ANDROID)
    assert texts(article) == {
        "office": "The Network Office's & kept bold line",
        "who": f"Met {PROTECTED_MARK} at {PROTECTED_MARK}%",
        "page": "The Central Office",
        "list[0]": "First",
        "list[1]": "Second",
        "offices.one": "One office",
        "offices.other": f"{PROTECTED_MARK} offices",
    }
    assert article.lang == "zh-TW"
    assert [one.kind for one in article.directives] == [DirectiveKind.DISABLE_NEXT_LINE]
    assert raw(article, "Network Office's &") == r"Net\u0077ork Office\'s &amp;"
    assert raw(article, "bold") == "bo</b>ld"


def test_another_xml_file_is_no_android_resource(read: Read) -> None:
    with pytest.raises(ArticleError, match="its root element is project"):
        read("pom.xml", "<project/>")


APPLE = r"""/* termcheck-disable */
// A comment with "quotes";
"The Office" = "The \"Net\U0077ork\" Office,\nnew %1$@";
CFBundleName = "Office";
"only a key";
/* a = b; */ "multi" = "two
lines";
"""


def test_apple_strings(read: Read) -> None:
    article = read("Resources/pt-BR.lproj/Localizable.strings", APPLE.encode("utf-16"))
    assert texts(article) == {
        "The Office": f'The "Network" Office, new {PROTECTED_MARK}',
        "CFBundleName": "Office",
        "multi": "two lines",
    }
    assert article.lang == "pt-BR"
    assert raw(article, '"Network" Office') == r"\"Net\U0077ork\" Office"
    assert [one.kind for one in article.directives] == [DirectiveKind.DISABLE]
    assert read("Base.lproj/Main.strings", '"a" = "b";').lang is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"a" = "b', r"a text has no end \(line 1\)"),
        ('\n"a" = "b"', r"the entry has no end \(line 2\)"),
        ('"a" "b";', "no entry of the form"),
        ('"a" = = ;', "no entry of the form"),
        ("<html>", "something else stands there"),
    ],
)
def test_broken_apple_strings(read: Read, text: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        read("a.strings", text)


STRINGSDICT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
  <key>offices</key>
  <dict>
    <key>NSStringLocalizedFormatKey</key><string>%#@offices@ met</string>
    <key>offices</key>
    <dict>
      <key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string>
      <key>NSStringFormatValueTypeKey</key><string>lu</string>
      <key>one</key><string>One Net&#119;ork Office</string>
      <key>other</key><string>%lu offices</string>
    </dict>
  </dict>
</dict></plist>
"""


def test_stringsdict(read: Read) -> None:
    article = read("de.lproj/Localizable.stringsdict", STRINGSDICT)
    found = texts(article)
    assert found["offices.offices.one"] == "One Network Office"
    assert found["offices.offices.other"] == f"{PROTECTED_MARK} offices"
    assert set(found) == {"offices.NSStringLocalizedFormatKey", "offices.offices.one", "offices.offices.other"}
    assert raw(article, "Network Office") == "Net&#119;ork Office"


PROPERTIES = r"""# termcheck-disable
! a comment \
office.name = The Net\u0077ork \
              Office''s {0}
with\ space:colon\: value
tab	Office
empty=
path=C:\\dir\\net_office
"""


def test_java_properties(read: Read) -> None:
    article = read("i18n/messages_zh_CN.properties", PROPERTIES)
    assert texts(article) == {
        "office.name": f"The Network Office's {PROTECTED_MARK}",
        "with space": "colon: value",
        "tab": "Office",
        "path": r"C:\dir\net_office",
    }
    assert article.lang == "zh-CN"
    assert raw(article, "Network Office's") == "Net\\u0077ork \\\n              Office''s"
    assert len(article.directives) == 1


def test_properties_that_are_not_utf_8_are_latin_1(read: Read) -> None:
    assert texts(read("a_fr.properties", "a=Le réseau".encode("latin-1"))) == {"a": "Le réseau"}
    assert texts(read("a_fr.properties", "a=Le réseau".encode())) == {"a": "Le réseau"}


RESX = """<?xml version="1.0" encoding="utf-8"?>
<root>
  <resheader name="version"><value>2.0</value></resheader>
  <!-- termcheck-disable -->
  <data name="Office" xml:space="preserve"><value>The Net&#119;ork
Office {0}</value><comment>Office</comment></data>
  <data name="Icon" type="System.Drawing.Bitmap"><value>Office</value></data>
  <data name="&gt;&gt;button1.Name" xml:space="preserve"><value>officeButton</value></data>
</root>
"""


def test_resx(read: Read) -> None:
    article = read("Texts.de.resx", RESX)
    assert texts(article) == {"Office": f"The Network Office {PROTECTED_MARK}"}
    assert (article.lang, len(article.directives)) == ("de", 1)
    assert raw(article, "Network Office") == "Net&#119;ork\nOffice"


@given(
    st.text(st.sampled_from("aé文 \\\"'\n\r\t\u2028%{}=:;#!<&>-/*")),
    st.sampled_from(["a.properties", "a.strings", "a.json", "a.arb", "a.xcstrings", "a.yaml", "a.resx", "strings.xml"]),
)
def test_nothing_makes_a_reader_fail_otherwise(text: str, path: str) -> None:
    try:
        article = article_of(path, text, Settings())
    except ArticleError as error:
        assert all(problem.remedy for problem in error.problems)  # noqa: PT017
        return
    assert all(0 <= piece.start <= piece.end <= len(text) for piece in article.view.pieces)
