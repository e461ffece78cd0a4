"""With a cache only what has changed is checked again, and nothing is taken for what it is not."""

import os
from pathlib import Path

import pytest

from small_archive import COUNT, TERMS, bytes_of, report_of, write_project
from termcheck.cache import Cache
from termcheck.engines.checker import Checker


@pytest.mark.usefixtures("cache")
def test_only_what_has_changed_is_checked_again(tmp_path: Path, checked: list[str]) -> None:
    write_project(tmp_path)
    report_of(tmp_path)
    assert set(checked) >= {f"news/{'abcd'[number % 4]}/{number:02}.md" for number in range(COUNT)}
    changed = tmp_path / "news" / "b" / "05.md"
    changed.write_text(changed.read_text(encoding="utf-8").replace("Office", "Offices"), encoding="utf-8")
    (tmp_path / "news" / "new.md").write_text("The Central Network Information Office met.\n", encoding="utf-8")
    (tmp_path / "news" / "a" / "00.md").unlink()
    checked.clear()
    found = bytes_of(tmp_path)
    assert set(checked) == {"news/b/05.md", "news/new.md"}
    assert found == bytes_of(tmp_path, cache=False)


SETTINGS = 'lang = "en"\nglossary = ["terms.csv"]\n'
OFF_IN_A = """[[overrides]]
paths = ["news/a/**"]
rules = {deprecated-term = "off"}
"""
IGNORED = """{"concept": "cac", "form": "central network information office", "verdict": "ignore"}
"""


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("terms.csv", TERMS.replace("deprecated", "forbidden")),
        ("termcheck.toml", SETTINGS + '[rules]\ndeprecated-term = "hint"\n'),
        ("termcheck.toml", SETTINGS + OFF_IN_A),
        ("termcheck.decisions.jsonl", IGNORED),
    ],
)
@pytest.mark.usefixtures("cache")
def test_what_else_changes_counts_at_once(tmp_path: Path, file: str, content: str) -> None:
    write_project(tmp_path)
    before = bytes_of(tmp_path)
    (tmp_path / file).write_text(content, encoding="utf-8")
    after = bytes_of(tmp_path)
    assert after == bytes_of(tmp_path, cache=False) != before


@pytest.mark.usefixtures("cache")
def test_options_count_at_once(tmp_path: Path) -> None:
    write_project(tmp_path)
    with_directives = bytes_of(tmp_path)
    without = bytes_of(tmp_path, directives=False)
    assert without == bytes_of(tmp_path, directives=False, cache=False) != with_directives
    assert bytes_of(tmp_path) == with_directives


@pytest.mark.usefixtures("cache")
def test_the_content_counts_though_size_and_time_stay(tmp_path: Path) -> None:
    write_project(tmp_path)
    changed = tmp_path / "news" / "b" / "05.md"
    os.utime(changed, (1_000_000, 1_000_000))
    before = bytes_of(tmp_path)
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("Network", "Netwrok"), encoding="utf-8")
    os.utime(changed, (1_000_000, 1_000_000))
    assert changed.stat().st_size == len(text.encode())
    after = bytes_of(tmp_path)
    assert after == bytes_of(tmp_path, cache=False) != before


def test_a_damaged_cache_is_rebuilt(project: Path, expected: list[str], cache: Path, checked: list[str]) -> None:
    report_of(project)
    entries = list(cache.rglob("*.entry"))
    assert entries
    for place, path in enumerate(entries):
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] if place % 2 else data[:-1] + bytes([data[-1] ^ 1]))
    checked.clear()
    assert bytes_of(project) == expected
    assert len(set(checked)) == COUNT
    checked.clear()
    report_of(project)
    assert len(set(checked)) < COUNT


def test_entries_that_are_sound_but_hold_something_else_are_rebuilt(
    project: Path, expected: list[str], cache: Path
) -> None:
    report_of(project)
    other = Cache(cache)
    for path in cache.rglob("*.entry"):
        other.put(path.parent.name, path.stem, b"\xc1 no such data")
    assert bytes_of(project) == expected


def test_a_file_is_no_cache(project: Path, expected: list[str], cache: Path) -> None:
    cache.write_text("in the way", encoding="utf-8")
    assert bytes_of(project) == expected
    assert cache.read_text(encoding="utf-8") == "in the way"


def test_an_interrupted_run_keeps_what_it_has_done(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, checked: list[str]
) -> None:
    write_project(tmp_path)
    check = Checker.check

    def stopping(self: Checker, chunk: object) -> object:
        for number, one in enumerate(check(self, chunk)):  # type: ignore[arg-type]
            yield one
            if number == 2 and "05.md" in str(chunk):
                raise KeyboardInterrupt

    monkeypatch.setattr(Checker, "check", stopping)
    with pytest.raises(KeyboardInterrupt):
        report_of(tmp_path)
    done = set(checked)
    monkeypatch.setattr(Checker, "check", check)
    checked.clear()
    assert bytes_of(tmp_path) == bytes_of(tmp_path, cache=False)
    assert done
    assert cache.exists()
