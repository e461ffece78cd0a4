"""YAML."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seen_articles import Read, raw, texts
from termcheck.articles import article_of
from termcheck.config import Settings
from termcheck.errors import ArticleError
from termcheck.model import PROTECTED_MARK, DirectiveKind

yaml = pytest.importorskip("yaml", reason="needs the extra yaml")

RAILS = """# termcheck-disable cac
de:
  office:
    plain: The Central
      Office met   # termcheck-enable
    single: 'The ''Net'' # termcheck-disable Office'
    double: "The Net\\u0077ork \\
      Office\\nmet %{name}"
    literal: |
      The Central
      Office

      Another
    folded: >-
      The folded
      Office
    count: 12
    on: yes
    list:
      - First
      - [Second, {deep: Third}]
    anchored: &x The Office
    alias: *x
    "quoted key": value
"""


def test_values_of_every_style(read: Read) -> None:
    article = read("config/locales/strings.yml", RAILS)
    assert texts(article) == {
        "de.office.plain": "The Central Office met",
        "de.office.single": "The 'Net' # termcheck-disable Office",
        "de.office.double": f"The Network Office met {PROTECTED_MARK}",
        "de.office.literal": "The Central Office\u2029Another",
        "de.office.folded": "The folded Office",
        "de.office.list[0]": "First",
        "de.office.list[1][0]": "Second",
        "de.office.list[1][1].deep": "Third",
        "de.office.anchored": "The Office",
        "de.office.quoted key": "value",
    }
    assert article.lang == "de"
    assert [one.kind for one in article.directives] == [DirectiveKind.DISABLE, DirectiveKind.ENABLE]
    assert raw(article, "Central Office met") == "Central\n      Office met"
    assert raw(article, "'Net'") == "''Net''"
    assert raw(article, "Network Office") == "Net\\u0077ork \\\n      Office"
    assert raw(article, "folded Office") == "folded\n      Office"


def test_files_with_several_languages_have_parts(read: Read) -> None:
    article = read("a.yaml", "en:\n  a: One office\n  b: Two\nde:\n  a: Ein Amt\n")
    assert [(part.lang, article.view.text[slice(*part.view_span)]) for part in article.parts] == [
        ("en", "One office"), ("en", "Two"), ("de", "Ein Amt"),
    ]  # fmt: skip


def test_the_path_tells_the_language_where_the_file_does_not(read: Read) -> None:
    assert read("locales/de.yml", "office: Amt\n").lang == "de"


@pytest.mark.parametrize(
    ("text", "message"),
    [("a: [b", "line 2, column 1"), ("a: b: c", "line 1, column 5"), ("a: \x07", "not allowed"), ("[" * 500, "deeply")],
)
def test_broken_yaml_is_one_error_with_its_place(read: Read, text: str, message: str) -> None:
    with pytest.raises(ArticleError) as raised:
        read("a.yaml", text + "\n")
    assert message in str(raised.value)


def test_a_bomb_of_aliases_is_not_unpacked(read: Read) -> None:
    lines = ["a0: &a0 [Office, Office]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert read("a.yaml", "\n".join(lines)).view.text == "Office\u2029Office"


def test_without_the_extra_it_says_which_one_is_missing(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(ArticleError, match=r"pip install 'termcheck\[yaml\]'"):
        read("a.yaml", "a: b")


@given(
    st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), st.text(st.characters(codec="utf-8")), min_size=1),
    st.sampled_from(["|", ">", "'", '"', None]),
    st.booleans(),
)
def test_what_is_written_is_read_and_comes_from_where_it_is_said_to(
    values: dict[str, str],
    style: str | None,
    unicode: bool,  # noqa: FBT001
) -> None:
    text = yaml.safe_dump(values, default_style=style, allow_unicode=unicode)
    article = article_of("a.yaml", text, Settings())
    loaded = {str(key): str(value) for key, value in yaml.safe_load(text).items() if isinstance(value, str)}
    shown = texts(article)
    for key, value in loaded.items():
        words = [word for word in value.split() if word.isalpha()]
        assert all(word in shown.get(key, "") for word in words), (text, key)
