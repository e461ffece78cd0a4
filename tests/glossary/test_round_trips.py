"""What is written is read back, in every format, but for what the report of losses says."""

import pytest
from hypothesis import HealthCheck, given, settings

from generated_glossaries import glossaries
from termcheck.glossary.comparing import losses
from termcheck.glossary.content import FileContent, Options
from termcheck.glossary.formats import FORMATS
from termcheck.glossary.tables.values import alternatives
from termcheck.model import Term

LOSSLESS = ("csv", "tsv", "tbx", "tbx3", "tbx3-dct", "xlsx")
OPTIONS = Options(lang="en", source_lang="zh")


LOSSY = ("csv-wide", "xlsx-wide", "markdown", "utx", "omegat", "xbench", "weblate", "prh", "vale", "vale-accept",
         "vale-reject", "textlint")  # fmt: skip
WRITTEN = [name for name, one in FORMATS.items() if one.writer]
KEPT = {
    "csv-wide": {"concept", "lang"},
    "xlsx-wide": {"concept", "lang"},
    "markdown": {"concept", "lang", "status", "case", "match", "type", "from", "until", "paths"},
    "utx": {"concept", "lang"},
    "weblate": {"concept", "lang"},
    "omegat": {"lang"},
    "xbench": {"lang"},
}
"""What a format that cannot hold everything keeps of the terms that it keeps."""
RIGHT = frozenset(("preferred", "admitted"))
WRONG = frozenset(("deprecated", "superseded", "forbidden"))


def test_every_format_is_tried() -> None:
    assert set(WRITTEN) == {*LOSSLESS, *LOSSY}


def lost(terms: tuple[Term, ...], name: str) -> set[str]:
    content = written_and_read(terms, name)
    assert content.problems == ()
    return {loss.field for loss in losses(terms, content.terms)}


def written_and_read(terms: tuple[Term, ...], name: str) -> FileContent:
    if name.startswith("xlsx"):
        pytest.importorskip("xlsxwriter", reason="the extra xlsx is not installed")
        pytest.importorskip("python_calamine", reason="the extra xlsx is not installed")
    if name in {"prh", "vale"}:
        pytest.importorskip("yaml", reason="the extra yaml is not installed")
    one = FORMATS[name]
    return one.read(one.write(terms, OPTIONS), f"made.{name}", OPTIONS)


@pytest.mark.parametrize("name", LOSSLESS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(terms=glossaries())
def test_nothing_is_lost(name: str, terms: tuple[Term, ...]) -> None:
    assert lost(terms, name) == set()


@pytest.mark.parametrize("name", LOSSLESS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(terms=glossaries())
def test_the_same_terms_are_the_same_bytes(name: str, terms: tuple[Term, ...]) -> None:
    if name == "xlsx":
        pytest.importorskip("xlsxwriter")
    one = FORMATS[name]
    assert one.write(terms, OPTIONS) == one.write(terms, OPTIONS)


@pytest.mark.parametrize("name", KEPT)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(terms=glossaries())
def test_what_a_format_keeps_is_never_lost(name: str, terms: tuple[Term, ...]) -> None:
    if written_and_read(terms, name).terms:
        assert lost(terms, name).isdisjoint(KEPT[name])


@pytest.mark.parametrize("name", WRITTEN)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(terms=glossaries())
def test_no_format_makes_wrong_terms_right(name: str, terms: tuple[Term, ...]) -> None:
    """Nor right ones wrong, nor does any enforce a proposed one."""
    before: dict[str, set[str]] = {}
    for term in terms:
        for text in (term.text, *alternatives(term.text), " ".join(term.text.split())):
            before.setdefault(text, set()).add(term.status.value)
    for term in written_and_read(terms, name).terms:
        found = before[term.text]
        assert any(term.status in group and found & group for group in (RIGHT, WRONG, {"proposed"}))
