"""Glossaries that Hypothesis makes up: odd ids, signs, languages and columns, but no mistakes."""

from hypothesis import assume
from hypothesis import strategies as st

from termcheck.glossary.content import Entry, read_entries
from termcheck.model import Term

_SIGNS = "aZé中ß9 -–'\"&<>=+@|;,:#%()[]{}\\/.…\u00a0"
_words = st.text(st.sampled_from(_SIGNS), min_size=1, max_size=12)
_free_text = st.one_of(
    st.just(""), st.text(st.sampled_from(_SIGNS + "\n\t"), max_size=20), st.just("termcheck:note=x"), st.just("a\r\nb"),
    st.just("one | two"), st.just("]]>"), st.just("  "),
)  # fmt: skip
_dates = st.dates().map(lambda date: date.isoformat())
_lists = st.lists(_words.map(lambda text: f"x{text}".replace("|", "")), max_size=2).map(" | ".join)
_ids = st.one_of(st.sampled_from(["cac", "x.1", "概念", "7", "two words", "c1", "C1"]), _words)
_statuses = st.sampled_from(["preferred", "admitted", "deprecated", "superseded", "forbidden", "proposed"])
_langs = st.sampled_from(["en", "en-GB", "zh", "zh-Hans", "de", "*", "mul"])
_COLUMNS = (
    "owner|a=b|50%|part_of_speech|context|context_source|concept_note|lang_note|created|created_by|concept_modified"
    "|external_reference|concept_image|customer|term_type|given_status|Status 2"
).split("|")
_CELLS = ("noun", "acronym", "2020-01-31", "superseded", "http://x.y/z", "<https://x.y/z>", "a b <https://x.y/z?q=1&r>")
_extras = st.dictionaries(st.sampled_from(_COLUMNS), st.one_of(_free_text, st.sampled_from(_CELLS)), max_size=3)


@st.composite
def _cells(draw: st.DrawFn) -> dict[str, str]:
    cells = {
        "concept": draw(_ids),
        "lang": draw(_langs),
        "term": "T" + draw(_words),
        "status": draw(_statuses),
        "note": draw(_free_text),
        "definition": draw(_free_text),
        "domain": draw(st.one_of(_free_text, st.sampled_from(["law", "law | trade"]))),
        "case": draw(st.sampled_from(["", "sensitive", "insensitive"])),
        "match": draw(st.sampled_from(["", "exact", "inflected"])),
        "type": draw(st.sampled_from(["", "full", "short", "abbreviation"])),
        "from": draw(st.one_of(st.just(""), _dates)),
        "until": draw(_dates),
        "paths": draw(st.sampled_from(["", "news/** | *.md"])),
        "forms": draw(_lists),
        "not_when": draw(_lists),
        "examples": draw(st.sampled_from(["", "+ this one | - not, this one"])),
        **draw(_extras),
    }
    if cells["status"] != "superseded" and draw(st.booleans()):
        cells["until"] = ""
    return cells


@st.composite
def glossaries(draw: st.DrawFn) -> tuple[Term, ...]:
    """The rows of a glossary without a mistake in any row; rows may contradict each other."""
    rows = draw(st.lists(_cells(), min_size=1, max_size=6))
    content = read_entries([Entry(cells, line) for line, cells in enumerate(rows, 2)], "made.csv")
    assume(content.terms)
    return content.terms
