"""What is told beside the result."""

import pytest

from termcheck.cli import output


def test_a_long_run_says_how_far_it_is_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(output, "_PATIENCE", -1.0)
    counter = output.Counter()
    counter.tell(1200, 5000)
    counter.tell(1201, 5000)
    counter.clear()
    shown = capsys.readouterr()
    assert shown.out == ""
    lines = shown.err.split("\r")
    assert lines[1:3] == ["1,200 of 5,000 articles checked", "1,201 of 5,000 articles checked"]
    assert not "".join(lines[3:]).strip()


def test_a_short_run_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    counter = output.Counter()
    counter.tell(1, 2)
    counter.clear()
    assert capsys.readouterr().err == ""
