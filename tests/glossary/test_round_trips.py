"""What is written is read back, in every format, but for what the report of losses says."""

import pytest
from hypothesis import HealthCheck, given, settings

from generated_glossaries import glossaries
from termcheck.glossary.comparing import losses
from termcheck.glossary.content import Options
from termcheck.glossary.formats import FORMATS
from termcheck.model import Term

LOSSLESS = ("csv", "tsv", "tbx", "tbx3", "tbx3-dct", "xlsx")
OPTIONS = Options(lang="en", source_lang="zh")


def lost(terms: tuple[Term, ...], name: str) -> set[str]:
    if name.startswith("xlsx"):
        pytest.importorskip("xlsxwriter")
        pytest.importorskip("python_calamine")
    one = FORMATS[name]
    content = one.read(one.write(terms, OPTIONS), f"made.{name}", OPTIONS)
    assert content.problems == ()
    return {loss.field for loss in losses(terms, content.terms)}


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
