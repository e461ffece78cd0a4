"""The extra ``embeddings``: common terms in other words."""

from pathlib import Path

import pytest

from termcheck.errors import UsageError
from termcheck.matching.unlisted import encoder as encoders
from termcheck.model import Finding, Severity
from termcheck.pipeline import RunRequest, prepare, run

TERMS = """concept,lang,term,status
nuclear,en,nuclear energy,preferred
abuse,en,substance abuse,preferred
failure,en,renal failure,preferred
pressure,en,high blood pressure,preferred
laptop,en,laptop computer,preferred
"""


def check(folder: Path, text: str, *, embeddings: bool = True) -> list[Finding]:
    (folder / "terms.csv").write_text(TERMS, encoding="utf-8")
    (folder / "a.md").write_text(text + "\n", encoding="utf-8")
    lines = [f"embeddings = {str(embeddings).lower()}"]
    (folder / "termcheck.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(run(RunRequest(paths=("a.md",), cwd=folder, glossary=("terms.csv",), lang="en")).findings)


def installed() -> None:
    if encoders.missing() is not None:
        pytest.skip("the extra “embeddings” is not installed")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They closed nuclear power stations.", ("nuclear power", "nuclear")),
        ("The clinic treats drug abuse in towns.", ("drug abuse", "abuse")),
    ],
)
def test_finds_a_term_in_other_words_as_a_hint_only_when_asked(
    tmp_path: Path, text: str, found: tuple[str, str]
) -> None:
    installed()
    (one,) = check(tmp_path, text)
    assert (one.text, one.concept) == found
    assert one.severity is Severity.HINT
    assert "language model" in one.reason
    assert check(tmp_path, text, embeddings=False) == []


@pytest.mark.parametrize(
    "text",
    [
        "The patient has low blood pressure.",
        "They had liver failure.",
        "He bought a desktop computer.",
        "She works at Nuclear Power Digest.",
        "Nuclear winter is cold.",
        "The Nuclear Energy Agency met.",
    ],
)
def test_takes_no_sibling_no_opposite_and_no_name(tmp_path: Path, text: str) -> None:
    installed()
    assert [one.text for one in check(tmp_path, text) if one.rule == "unlisted-rendering"] == []


def test_says_what_to_install_where_the_extra_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "find_spec", lambda _: None)
    with pytest.raises(UsageError) as caught:
        check(tmp_path, "Any text.")
    assert "pip install 'termcheck[embeddings]'" in str(caught.value)
    assert check(tmp_path, "Any text.", embeddings=False) == []


def test_only_true_and_false_turn_it_on_and_off(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text(TERMS, encoding="utf-8")
    (tmp_path / "termcheck.toml").write_text('embeddings = "yes"\n', encoding="utf-8")
    with pytest.raises(UsageError, match="must be true or false"):
        prepare(RunRequest(paths=("terms.csv",), cwd=tmp_path, glossary=("terms.csv",)))


def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    installed()
    monkeypatch.setattr(encoders, "_SHA256", "0" * 64)
    with pytest.raises(UsageError, match="not the expected one"):
        encoders.Encoder()


def test_phrases_encode_alike_in_any_company() -> None:
    installed()
    model = encoders.Encoder()
    model.prepare(["kidney failure", "a phrase of many more words than the other one", "bread"])
    together = model.likeness("kidney failure", "renal failure")
    assert together == encoders.Encoder().likeness("renal failure", "kidney failure")
    assert together > model.likeness("kidney failure", "bread")
