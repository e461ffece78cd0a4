"""Names are put into each format of text as it writes them, and nothing else changes."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
WRONG, RIGHT = "Net Office", "R&D Office"
TERMS = f"concept,lang,term,status\nrd,en,{RIGHT},preferred\nrd,en,{WRONG},forbidden\n"


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.rst", f"Title\n=====\n\nThe {WRONG} met ``{WRONG}``.\n", f"Title\n=====\n\nThe {RIGHT} met ``{WRONG}``.\n"),
        ("a.adoc", f"= Title\n\nThe {WRONG} met `{WRONG}`.\n", f"= Title\n\nThe {RIGHT} met `{WRONG}`.\n"),
        ("a.tex", f"The {WRONG} met $x$.\n", "The R\\&D Office met $x$.\n"),
        ("a.srt", f"1\n00:00:01,000 --> 00:00:02,000\nThe {WRONG} met.\n", None),
        ("a.json", f'{{"a": "The {WRONG}\\nmet.", "{WRONG}": 1}}\n', f'{{"a": "The {RIGHT}\\nmet.", "{WRONG}": 1}}\n'),
        ("a.yaml", f"# {WRONG}\na: The {WRONG} met.\n", f"# {WRONG}\na: The {RIGHT} met.\n"),
        ("a.arb", f'{{"a": "The {WRONG} met."}}\n', f'{{"a": "The {RIGHT} met."}}\n'),
        ("a.strings", f'"{WRONG}" = "The {WRONG} met.";\n', f'"{WRONG}" = "The {RIGHT} met.";\n'),
        ("a_en.properties", f"key=The {WRONG} met.\n", f"key=The {RIGHT} met.\n"),
        (
            "strings.xml",
            f'<resources><string name="a">The {WRONG} isn\\\'t.</string></resources>\n',
            '<resources><string name="a">The R&amp;D Office isn\\\'t.</string></resources>\n',
        ),
        (
            "a.resx",
            f'<root><data name="a"><value>The {WRONG} met.</value></data></root>\n',
            '<root><data name="a"><value>The R&amp;D Office met.</value></data></root>\n',
        ),
    ],
)
def test_a_name_is_written_as_the_format_writes_it(
    tmp_path: Path, cli: Run, name: str, before: str, after: str | None
) -> None:
    if name.endswith(".yaml"):
        pytest.importorskip("yaml", reason="needs the extra yaml")
    (tmp_path / "terms.csv").write_text(TERMS, "utf-8")
    (tmp_path / name).write_bytes(before.encode())
    done = cli("fix", name, "-g", "terms.csv", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / name).read_bytes().decode() == (after or before.replace(WRONG, RIGHT))
