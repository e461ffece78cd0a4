"""``termcheck fix`` and ``termcheck decide`` on files as people have them."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
GLOSSARY = (
    "concept,lang,term,status\ncac,en,Cyberspace Administration,preferred\ncac,en,Network Bureau,deprecated\n"
    "zw,zh,网信办,preferred\nzw,zh,网络信息办,deprecated\n"
)
CHINESE = "今天,国家{}发布了通知。人民群众非常高兴,大家都说这个政策很好,希望以后能够继续。\r\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "t.csv").write_text(GLOSSARY, encoding="utf-8")
    (root / "termcheck.toml").write_text('glossary = "t.csv"\n', encoding="utf-8")
    return root


def decided(cli: Run, project: Path, article: str, lang: str) -> int:
    """Accept everything that a run finds, through the export of decisions."""
    run = cli("run", article, "--lang", lang, "--format", "json", cwd=project)
    keep = ("concept", "text", "file", "fingerprint")
    rows = [{**{key: one[key] for key in keep}, "decision": "accept"} for one in json.loads(run.stdout)["findings"]]
    assert rows
    export = {"version": 1, "articles": [row["file"] for row in rows], "decisions": rows}
    (project / "d.json").write_text(json.dumps(export), encoding="utf-8")
    done = cli("decide", "d.json", "--articles", article, "--lang", lang, cwd=project)
    return done.returncode


def fixed(cli: Run, project: Path, article: str, lang: str) -> int:
    return cli("fix", article, "--lang", lang, cwd=project).returncode


@pytest.mark.parametrize("mend", [fixed, decided])
@pytest.mark.parametrize(
    ("name", "lang", "before", "after"),
    [
        (
            "win.md", "en", "The Network Bureau met.\r\nThe Network\r\nBureau went.\r\n",
            "The Cyberspace Administration met.\r\nThe Cyberspace\r\nAdministration went.\r\n",
        ),
        (
            "fm.md", "en", "---\ntitle: The Network Bureau\ntags: [Network Bureau]\n---\nThe Network Bureau met.\n",
            ("---\ntitle: The Cyberspace Administration\ntags: [Network Bureau]\n---\n"
            "The Cyberspace Administration met.\n"),
        ),
        ("zh.txt", "zh", CHINESE.format("网络信息办"), CHINESE.format("网信办")),
    ],
)  # fmt: skip
def test_line_ends_titles_and_older_encodings(
    cli: Run, project: Path, mend: Callable[..., int], *, name: str, lang: str, before: str, after: str
) -> None:
    encoding = "gb18030" if lang == "zh" else "utf-8"
    (project / name).write_bytes(before.encode(encoding))
    assert mend(cli, project, name, lang) == 0
    assert (project / name).read_bytes().decode(encoding) == after


def test_a_link_stays_one_and_its_file_is_mended_once(cli: Run, project: Path) -> None:
    (project / "a.txt").write_text("The Network Bureau met.\n", encoding="utf-8")
    try:
        (project / "link.md").symlink_to("a.txt")
    except OSError:
        pytest.skip("links cannot be made here")
    done = cli("fix", "link.md", "a.txt", "--lang", "en", cwd=project)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (project / "link.md").is_symlink()
    assert (project / "a.txt").read_text(encoding="utf-8") == "The Cyberspace Administration met.\n"


@pytest.mark.parametrize("mend", [fixed, decided])
def test_files_outside_the_project_that_are_named(cli: Run, project: Path, mend: Callable[..., int]) -> None:
    (project.parent / "o.md").write_text("The Network Bureau met.\n", encoding="utf-8")
    assert mend(cli, project, "../o.md", "en") == 0
    assert (project.parent / "o.md").read_text(encoding="utf-8") == "The Cyberspace Administration met.\n"


def test_a_read_only_article_is_told_and_nothing_is_written(cli: Run, project: Path) -> None:
    for name in ("a.md", "b.md"):
        (project / name).write_text("The Network Bureau met.\n", encoding="utf-8")
    (project / "b.md").chmod(0o444)
    done = cli("fix", "a.md", "b.md", "--lang", "en", cwd=project)
    assert done.returncode == 2
    assert b"b.md: the file is read-only (make it writable, or leave it out)" in done.stderr
    assert (project / "a.md").read_text(encoding="utf-8") == "The Network Bureau met.\n"


def test_standard_input_cannot_be_mended(cli: Run, project: Path) -> None:
    done = cli("fix", "-", "--lang", "en", cwd=project, stdin=b"The Network Bureau met.\n")
    assert done.returncode == 3
    assert b"only files can be mended" in done.stderr


def test_what_is_ignored_stays_so_beside_what_is_fixed(cli: Run, project: Path) -> None:
    article = project / "a.txt"
    article.write_text("The Network Bureau and the Network Bureau.\n", encoding="utf-8")
    run = cli("run", "a.txt", "--lang", "en", "--format", "json", cwd=project)
    first = json.loads(run.stdout)["findings"][0]
    decision = {"concept": "cac", "form": first["text"], "scope": ["a.txt", first["fingerprint"]], "verdict": "ignore"}
    (project / "termcheck.decisions.jsonl").write_text(f"{json.dumps(decision)}\n", encoding="utf-8")
    assert fixed(cli, project, "a.txt", "en") == 0
    assert article.read_text(encoding="utf-8") == "The Network Bureau and the Cyberspace Administration.\n"
    assert cli("run", "a.txt", "--lang", "en", cwd=project).returncode == 0
    (line,) = (project / "termcheck.decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["scope"][1] != first["fingerprint"]
