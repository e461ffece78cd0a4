"""What holds for every text and every glossary."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.matching import compile_index, find_mentions
from termcheck.model import Article, Concept, Glossary, Mention, Role, Standing, Status, Term, View

WORDS = """central network information office internet culture state council of the and committee party 中 央 网 信 办
naïve e-mail 14th Five-Year plan people's""".split()
TYPOGRAPHY = [" ", "\u00a0", "-", "\u2011", "  ", "\u200b ", " \u00ad"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)
statuses = st.sampled_from([Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN])
glossaries = st.lists(st.tuples(st.sampled_from("ABC"), words, statuses), min_size=1, max_size=8)
texts = st.lists(st.sampled_from([*WORDS, ".", ",", "\u2029", "“", "\ufffc", "Netwrok", "Info"]), max_size=40)


def _glossary(rows: Sequence[tuple[str, Sequence[str], Status]]) -> Glossary:
    concepts: dict[str, dict[str, Term]] = {}
    for concept, term, status in rows:
        text = " ".join(term)
        concepts.setdefault(concept, {}).setdefault(text, Term(concept, "en", text, status))
    return Glossary(tuple(Concept(name, tuple(terms.values())) for name, terms in concepts.items()))


def _mentions(text: str, glossary: Glossary) -> tuple[Mention, ...]:
    article = Article("a.txt", text, View.verbatim(text), lang="en")
    return find_mentions(article, compile_index(glossary), Settings())


@given(glossaries, texts)
@settings(max_examples=150)
def test_winning_listed_mentions_never_overlap(rows: list[tuple[str, list[str], Status]], pieces: list[str]) -> None:
    mentions = _mentions(" ".join(pieces), _glossary(rows))
    listed = sorted(
        mention.view_span for mention in mentions if mention.role is Role.WINNER and mention.method.is_listed
    )
    assert all(one.end <= other.start for one, other in pairwise(listed))
    loose = sorted(mention.view_span for mention in mentions if not mention.method.is_listed)
    assert all(one.end <= other.start for one, other in pairwise(loose))
    for mention in mentions:
        if not mention.method.is_listed:
            crossed = [span for span in listed if span.overlaps(mention.view_span)]
            assert all(mention.view_span.contains(span) and span != mention.view_span for span in crossed)


@given(glossaries, texts)
@settings(max_examples=100)
def test_the_order_of_rows_decides_nothing(rows: list[tuple[str, list[str], Status]], pieces: list[str]) -> None:
    unique = {(concept, " ".join(term)): (concept, term, status) for concept, term, status in rows}
    text = " ".join(pieces)
    there = _mentions(text, _glossary(list(unique.values())))
    back = _mentions(text, _glossary(list(reversed(unique.values()))))
    assert [(m.concept, m.span, m.standing, m.method) for m in there] == [
        (m.concept, m.span, m.standing, m.method) for m in back
    ]


@given(words, st.lists(st.sampled_from(TYPOGRAPHY), min_size=4, max_size=4), st.booleans())
@settings(max_examples=150)
def test_a_wrong_term_is_found_in_any_typography(term: list[str], gaps: list[str], capitals: bool) -> None:  # noqa: FBT001
    listed = " ".join(term)
    written = term[0] + "".join(gap + word for gap, word in zip(gaps, term[1:], strict=False))
    if any(one > "\u2e80" and other > "\u2e80" for one, other in pairwise(term)):
        written = listed
    written = written.upper() if capitals else written
    text = f"Then {written}; so it was."
    glossary = Glossary((Concept("A", (Term("A", "en", listed, Status.FORBIDDEN),)),))
    found = [m for m in _mentions(text, glossary) if m.standing is Standing.WRONG and m.role is Role.WINNER]
    assert text[found[0].span.start : found[0].span.end] == written


@given(glossaries, texts)
@settings(max_examples=100)
def test_findings_quote_the_file(rows: list[tuple[str, list[str], Status]], pieces: list[str]) -> None:
    text = " ".join(pieces)
    article = Article("a.txt", text, View.verbatim(text), lang="en")
    for finding in check_article(article, compile_index(_glossary(rows)), Settings()).findings:
        assert finding.observed == text[finding.start : finding.end] != ""
        assert article.position(finding.start) == (finding.line, finding.column)


@given(st.text(max_size=60), st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20))
@settings(max_examples=150)
def test_no_text_and_no_term_breaks_the_matcher(text: str, term: str) -> None:
    glossary = Glossary((Concept("A", (Term("A", "en", term.strip() or "x", Status.FORBIDDEN),)),))
    for mention in _mentions(text + " " + term, glossary):
        assert 0 <= mention.span.start < mention.span.end <= len(text) + 1 + len(term)
