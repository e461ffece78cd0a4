"""Whatever bytes a file holds, reading it gives terms or problems, and no reader fails."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generated_glossaries import glossaries
from termcheck.glossary.content import FileContent, Options
from termcheck.glossary.formats import FORMATS, format_of
from termcheck.model import Term

READERS = sorted({one.reader: name for name, one in FORMATS.items()}.values())
OPTIONS = Options(lang="en", source_lang="zh")
SLOW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(autouse=True)
def _extras() -> None:
    for module in ("yaml", "xlsxwriter", "python_calamine"):
        pytest.importorskip(module, reason="the extras yaml and xlsx are not installed")


def checked(content: FileContent, name: str) -> None:
    for problem in content.problems:
        assert problem.place.startswith(f"made.{name}")
        assert problem.remedy


@pytest.mark.parametrize("name", READERS)
@SLOW
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes(name: str, data: bytes) -> None:
    checked(FORMATS[name].read(data, f"made.{name}", OPTIONS), name)


@pytest.mark.parametrize("name", [name for name in READERS if FORMATS[name].writer])
@SLOW
@given(terms=glossaries(), where=st.floats(0, 1), new=st.binary(max_size=4), cut=st.integers(0, 40))
def test_damaged_files(name: str, terms: tuple[Term, ...], where: float, new: bytes, cut: int) -> None:
    data = FORMATS[name].write(terms, OPTIONS)
    at = int(where * len(data))
    FORMATS[name].read(data[:at] + new + data[at + cut :], f"made.{name}", OPTIONS)


@given(st.binary(max_size=50), st.sampled_from(["x.csv", "x.txt", "x.tbx", "x.yml", "x", "x.unknown"]))
def test_the_format_of_anything(data: bytes, name: str) -> None:
    assert format_of(name, data) in {"", *FORMATS}
