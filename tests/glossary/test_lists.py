"""Lists of other programs, as they look there."""

import sys

import pytest

from termcheck.errors import UsageError
from termcheck.glossary import read_content
from termcheck.glossary.content import NO_OPTIONS, FileContent, Options
from termcheck.glossary.converting import convert
from termcheck.glossary.formats import FORMATS, format_of
from termcheck.glossary.lists.patterns import pattern_of, words_of
from termcheck.model import Status, Term

PAIR = Options(lang="ja", source_lang="en")


def of(name: str, text: str, options: Options = NO_OPTIONS) -> FileContent:
    data = text.encode("utf-8")
    key = format_of(name, data)
    assert key, f"nothing tells the format of {name}"
    return FORMATS[key].read(data, name, options)


def short(content: FileContent) -> list[tuple[str, str, str, str]]:
    assert content.problems == ()
    return [(term.concept, term.lang, term.text, term.status.value) for term in content.terms]


# ------------------------------------------------------------------------------------------------- pairs of terms


def test_utx_1_11() -> None:
    content = of(
        "terms.utx",
        "#UTX 1.11; en/ja; 2013-12-20T17:00:45; copyright: Ann (2013); license: CC-by 3.0; bidirectional;\n"
        "#description: computers;\n"
        "#src\ttgt\tsrc:pos\ttgt:pos\tterm status\tsrc:comment\ttgt:comment\tconcept ID\n"
        "computer\tコンピュータ\tnoun\tnoun\tapproved\t-\tno long mark\tc1\n"
        "computer\tコンピューター\tnoun\tnoun\tnon-standard\t\t\tc1\n"
        "computer\t計算機\tnoun\tnoun\tforbidden\t\t\tc1\n"
        "node\tノード\tnoun\tnoun\tprovisional\t\t\tc2\n",
    )
    assert short(content) == [
        ("c1", "en", "computer", "preferred"),
        ("c1", "ja", "コンピュータ", "preferred"),
        ("c1", "ja", "コンピューター", "deprecated"),
        ("c1", "ja", "計算機", "forbidden"),
        ("c2", "en", "node", "preferred"),
        ("c2", "ja", "ノード", "proposed"),
    ]
    assert content.terms[1].note == "no long mark"
    assert [term.place.line for term in content.terms] == [4, 4, 5, 6, 7, 7]


def test_utx_1_20_with_columns_for_each_language() -> None:
    content = of(
        "terms.txt",
        "#UTX 1.20; en/ja; ; copyright: Ann;\n"
        "#concept ID\tterm:en\tpos:en\tterm status:en\tterm:ja\tterm status:ja\n"
        "7\tnode\tnoun\tapproved\tノード\tforbidden\n",
    )
    assert short(content) == [("7", "en", "node", "preferred"), ("7", "ja", "ノード", "forbidden")]


def test_omegat() -> None:
    content = of("glossary.txt", "# comment\nnode\tノード\tsoftware\n\nnode\t節点\r\nedge\t辺\t\n", PAIR)
    assert [(term.lang, term.text, term.status.value, term.note) for term in content.terms] == [
        ("en", "node", "preferred", ""),
        ("ja", "ノード", "preferred", "software"),
        ("ja", "節点", "admitted", ""),
        ("en", "edge", "preferred", ""),
        ("ja", "辺", "preferred", ""),
    ]


def test_a_list_without_languages_or_translations() -> None:
    (problem,) = of("glossary.tab", "node\tノード\n").problems
    assert str(problem).startswith("glossary.tab: the file does not say in which languages")
    (problem,) = of("glossary.tab", "node\tノード\nedge\n", PAIR).problems
    assert str(problem) == "glossary.tab:2: the line has no translation after a tab (add it, or delete it)"


def test_only_right_terms_go_into_lists_without_statuses() -> None:
    terms = of(
        "t.csv", "concept,en,ja,ja (forbidden),ja (proposed)\nx,node,ノード,節点,結節点\n"
    ).terms  # fmt: skip
    assert FORMATS["omegat"].write(terms, PAIR).decode("utf-8") == "node\tノード\n"
    assert FORMATS["xbench"].write(terms, PAIR) == b"\xef\xbb\xbf" + "node\tノード\r\n".encode()
    assert '"node","結節点","x","True"' in FORMATS["weblate"].write(terms, PAIR).decode("utf-8")
    assert "節点" not in FORMATS["weblate"].write(terms, PAIR).decode("utf-8").replace("結節点", "")


# ------------------------------------------------------------------------------------------------------- markdown


def test_tables_in_markdown() -> None:
    content = of(
        "GLOSSARY.md",
        "# Words\n\nText.\n\n| Name | Age |\n|---|---|\n| Ann | 7 |\n\n"
        "| ID | English | English (forbidden) | Note |\n|:---|---|---|---|\n"
        "| sign-in | **sign in** | log in \\| `login` | see [there](x.md)<br>and here |\n",
    )
    assert short(content) == [
        ("sign-in", "en", "sign in", "preferred"),
        ("sign-in", "en", "log in", "forbidden"),
        ("sign-in", "en", "login", "forbidden"),
    ]
    assert content.terms[0].note == "see there\nand here"
    assert content.terms[0].place.line == 11


def test_markdown_without_a_glossary() -> None:
    (problem,) = of("README.md", "# Words\n\n| Name | Age |\n|---|---|\n| Ann | 7 |\n").problems
    assert "README.md: the file has no table with the header of a glossary" in str(problem)


# ----------------------------------------------------------------------------------------------- prh, Vale, textlint

PRH = """\
version: 1
imports:
  - other.yml
rules:
  - expected: jQuery
    patterns:
      - jquery
      - /JQUERY/
      - /jquery(?:[. ]?js)?/i
    prh: as its makers write it
    specs:
      - from: jquery
        to: jQuery
  - expected: $1ハードディスク
    pattern: /(a)ハードデイスク/
  - GitHub
"""


def test_prh() -> None:
    pytest.importorskip("yaml", reason="the extra yaml is not installed")
    content = of("prh.yml", PRH, Options(lang="ja"))
    assert short(content) == [
        ("jquery", "ja", "jQuery", "preferred"),
        ("jquery", "ja", "jquery", "deprecated"),
        ("jquery", "ja", "JQUERY", "deprecated"),
        ("github", "ja", "GitHub", "preferred"),
    ]
    assert content.terms[0].note == "as its makers write it"
    assert content.terms[1].case_sensitive
    assert [str(warning).partition(" (")[0] for warning in content.warnings] == [
        "prh.yml:9: the pattern '/jquery(?:[. ]?js)?/i' is not converted, because terms are no patterns",
        "prh.yml:15: the pattern '/(a)ハードデイスク/' is not converted, because terms are no patterns",
        "prh.yml:3: 'imports' is not kept",
        "prh.yml:12: 'specs' is not kept",
    ]


def test_vales_substitution() -> None:
    pytest.importorskip("yaml", reason="the extra yaml is not installed")
    content = of(
        "Terms.yml",
        "extends: substitution\nmessage: x\nignorecase: true\nswap:\n"
        "  '(?:log in|login)': sign in|sign on\n  C\\+\\+11: C++\n  'web[- ]site': website\n",
    )
    assert short(content) == [
        ("sign-in", "*", "sign in", "preferred"),
        ("sign-in", "*", "log in", "deprecated"),
        ("sign-in", "*", "login", "deprecated"),
        ("sign-on", "*", "sign on", "preferred"),
        ("c", "*", "C++", "preferred"),
        ("c", "*", "C++11", "deprecated"),
    ]
    (warning,) = content.warnings
    assert str(warning).startswith("Terms.yml:7: the pattern 'web[- ]site' is not converted")


def test_vales_existence_and_other_rules() -> None:
    pytest.importorskip("yaml", reason="the extra yaml is not installed")
    content = of("Avoid.yml", "extends: existence\ntokens:\n  - simply\n  - just\n", Options(lang="en"))
    assert short(content) == [("simply", "en", "simply", "forbidden"), ("just", "en", "just", "forbidden")]
    (problem,) = of("Caps.yml", "# x\nextends: capitalization\n").problems
    assert str(problem).startswith("Caps.yml:2: rules of the kind 'capitalization' hold no terms")


def test_vales_vocabulary() -> None:
    content = of("accept.txt", "# names\nGitHub\n(?i)macOS\n[Mm]arkdown\n")
    assert [(term.text, term.status.value) for term in content.terms] == [
        ("GitHub", "preferred"),
        ("macOS", "preferred"),
    ]
    assert "accept.txt:4: the pattern '[Mm]arkdown' is not converted" in str(content.warnings[0])
    assert short(of("reject.txt", "Github\n")) == [("github", "*", "Github", "forbidden")]


@pytest.mark.parametrize(
    "text",
    [
        '[\n  "JavaScript",\n  ["front-end", "frontend"],\n  ["(?:re)?act\\\\.js", "React"]\n]',
        (
            '{"rules": {"terminology": {"terms": [\n"JavaScript", ["front-end", "frontend"],\n\n'
            '["(?:re)?act\\\\.js", "React"]]}}}'
        ),
    ],
)
def test_textlint(text: str) -> None:
    content = of("terms.json", text)
    assert short(content) == [
        ("javascript", "*", "JavaScript", "preferred"),
        ("frontend", "*", "frontend", "preferred"),
        ("frontend", "*", "front-end", "deprecated"),
    ]
    assert [str(one).partition(" is not")[0] for one in content.warnings] == [
        "terms.json:4: the pattern '(?:re)?act\\.js'"
    ]


MISTAKES = {
    "broken YAML": ("a.yml", "rules:\n  - [x\n", "a.yml:3: this is not valid YAML"),
    "an anchor without end": ("a.yml", "rules: &a\n  - *a\n", "there is no name in it"),
    "YAML without rules": ("a.yml", "x: 1\n", "a.yml: the file has no rules"),
    "only patterns": ("a.yml", "rules:\n  - expected: x\n    pattern: /y+/\n", "every name in it is a pattern"),
    "broken JSON": ("a.json", '[\n"a",\n', "a.json:3: this is not valid JSON"),
    "JSON nested without end": ("a.json", "[" * 100_000, "a.json:1: this is not valid JSON"),
    "JSON without terms": ("a.json", '{"x": 1}', "a.json: the file has no list of terms"),
    "an item of another kind": ("a.json", '["a",\n7]', "a.json:2: an item of the list is neither a term nor a pair"),
    "no UTF-8": ("a.utf8", b"caf\xe9\tx\n".decode("latin-1"), "in which languages"),
}


@pytest.mark.parametrize(("name", "text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes(name: str, text: str, message: str) -> None:
    pytest.importorskip("yaml", reason="the extra yaml is not installed")
    assert message in "\n".join(map(str, of(name, text).problems))


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    (problem,) = read_content(PRH.encode(), "rules.yml").problems
    assert str(problem).startswith("rules.yml: YAML needs the extra “yaml”")
    terms = [Term("net", "en", "Net Office", Status.PREFERRED), Term("net", "en", "Web Office", Status.DEPRECATED)]
    for name in ("prh", "vale"):
        with pytest.raises(UsageError, match=r"YAML needs the extra “yaml”.*termcheck\[yaml\]"):
            convert(terms, name, Options(lang="en"))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("front-end", ("front-end",)),
        (r"C\+\+", ("C++",)),
        (r"\bfoo\b", ("foo",)),
        ("(?:foo|b a r)", ("foo", "b a r")),
        ("foo|bar", ("foo", "bar")),
        (r"a\|b", ("a|b",)),
        ("(?i)foo", ("foo",)),
        ("colou?r", None),
        ("[Ff]oo", None),
        (r"\d+", None),
        ("(foo|(bar))", None),
        ("foo|", None),
        ("\\", None),
        ("(a+)+$", None),
    ],
)
def test_patterns_that_only_spell_out_words(pattern: str, words: tuple[str, ...] | None) -> None:
    assert words_of(pattern) == words


@pytest.mark.parametrize("text", ["C++", "a|b (c)", "100 %", "1.0", "\\n", "[x]", "^$"])
def test_a_text_as_a_pattern_is_read_back(text: str) -> None:
    assert words_of(pattern_of(text)) == (text,)
