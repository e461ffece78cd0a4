import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.model import (
    Article,
    ArticleResult,
    CaseFit,
    Concept,
    Glossary,
    Mention,
    Method,
    Reconciliation,
    Role,
    Span,
    Standing,
    Status,
    Term,
    TermType,
    View,
)
from termcheck.reconcile import finish, merge, partial, reconcile

APPROVED = (Status.PREFERRED, Status.ADMITTED)
GOOD = Term("nc", "en", "internet civilization", Status.PREFERRED)
OTHER = Term("nc", "en", "online civilization", Status.ADMITTED)
BAD = Term("nc", "en", "network civilization", Status.DEPRECATED)
WORSE = Term("nc", "en", "cyber civilization", Status.FORBIDDEN)
DRAFT = Term("nc", "en", "web civilization", Status.PROPOSED)
SHORT = Term("nc", "en", "NC", Status.ADMITTED, type=TermType.ABBREVIATION)
SOURCES = (
    Term("nc", "zh", "互联网文明", Status.ADMITTED),
    Term("nc", "zh", "网络文明", Status.PREFERRED),
    Term("nc", "zh", "网路文明", Status.DEPRECATED),
)
TERMS = (*SOURCES, GOOD, OTHER, BAD, WORSE, DRAFT, SHORT)
GLOSSARY = Glossary((Concept("nc", TERMS),))


def mention(term: Term, text: str | None = None, **fields: object) -> Mention:
    standing = Standing.APPROVED if term.status in APPROVED else Standing.WRONG
    known = {
        "concept": term.concept, "term": term, "standing": standing, "span": Span(0, 1), "view_span": Span(0, 1),
        "text": text or term.text, "method": Method.EXACT, "confidence": 1.0, "case": CaseFit.SAME,
        "role": Role.WINNER, "reason": "",
    }  # fmt: skip
    return Mention(**{**known, **fields})


def result(path: str, *mentions: Mention, date: str | None = None, lang: str = "en") -> ArticleResult:
    day = dt.date.fromisoformat(date) if date else None
    return ArticleResult(Article(path, "x", View.verbatim("x"), lang=lang, date=day), mentions, ())


def only(*results: ArticleResult, glossary: Glossary = GLOSSARY, source_lang: str | None = "zh") -> Reconciliation:
    (entry,) = reconcile(results, glossary, source_lang)
    return entry


def test_renderings_with_counts_articles_and_dates() -> None:
    entry = only(
        result("a.md", mention(GOOD), mention(GOOD), mention(BAD), date="2022-08-28"),
        result("b.md", mention(GOOD), mention(GOOD, role=Role.NESTED), date="2023-07-19"),
        result("c.md", mention(OTHER)),
    )
    good, bad, other = entry.renderings
    assert (good.text, good.status, good.count, good.nested, good.approved) == (GOOD.text, "preferred", 3, 1, 3)
    assert good.articles == (("a.md", 2), ("b.md", 2))
    assert (good.first, good.last) == (dt.date(2022, 8, 28), dt.date(2023, 7, 19))
    assert (bad.text, bad.status, bad.count, bad.approved) == (BAD.text, "deprecated", 1, 0)
    assert (other.text, other.first, other.last) == (OTHER.text, None, None)
    assert (entry.first, entry.last) == (dt.date(2022, 8, 28), dt.date(2023, 7, 19))
    assert (entry.concept, entry.lang, entry.preferred, entry.majority) == ("nc", "en", GOOD.text, GOOD.text)


def test_concepts_and_terms_that_are_never_mentioned_are_not_listed() -> None:
    assert reconcile([result("a.md")], GLOSSARY) == ()
    assert [rendering.text for rendering in only(result("a.md", mention(BAD))).renderings] == [BAD.text]


def test_entries_are_sorted_by_concept_and_language() -> None:
    zeta, alpha = Term("zeta", "en", "z", Status.PREFERRED), Term("alpha", "en", "a", Status.PREFERRED)
    results = [
        result("b.md", mention(zeta), mention(alpha)),
        result("a.md", mention(alpha), lang="de"),
    ]
    entries = reconcile(results, Glossary((Concept("zeta", (zeta,)), Concept("alpha", (alpha,)))))
    assert [(entry.concept, entry.lang) for entry in entries] == [("alpha", "de"), ("alpha", "en"), ("zeta", "en")]


def test_source_terms_are_the_approved_ones_preferred_first() -> None:
    assert only(result("a.md", mention(GOOD))).source == "网络文明 / 互联网文明"
    assert only(result("a.md", mention(GOOD)), source_lang=None).source == "网络文明 / 互联网文明"
    assert only(result("a.md", mention(GOOD)), source_lang="ja").source == ""


def test_a_regional_article_has_the_rows_of_its_language() -> None:
    assert only(result("a.md", mention(GOOD), lang="en-GB")).preferred == GOOD.text


def test_no_majority_on_a_tie_or_without_winners() -> None:
    assert only(result("a.md", mention(GOOD), mention(OTHER))).majority is None
    assert only(result("a.md", mention(GOOD, role=Role.NESTED))).majority is None


def test_rivals_count_as_the_wrong_form_but_need_no_replacement() -> None:
    entry = only(result("a.md", mention(BAD, role=Role.RIVAL)))
    assert (entry.renderings[0].text, entry.renderings[0].count, entry.action) == (BAD.text, 1, "")


def test_unlisted_spellings_are_joined_under_the_most_frequent() -> None:
    near = {"method": Method.NEAR}
    mentions = [mention(GOOD, text, **near) for text in ("Internet Civilzation", "internet civilzation")]
    entry = only(result("a.md", *mentions), result("b.md", mentions[1]))
    (rendering,) = entry.renderings
    assert (rendering.text, rendering.status, rendering.count) == ("internet civilzation", "unlisted", 3)
    tied = only(result("a.md", *mentions))
    assert tied.renderings[0].text == "Internet Civilzation"


def test_superseded_mentions_split_into_right_and_wrong_ones() -> None:
    old = Term("nc", "en", "cyber culture", Status.SUPERSEDED, valid_until=dt.date(2020, 1, 1))
    mentions = [mention(old, standing=Standing.APPROVED), mention(old, standing=Standing.WRONG)]
    entry = only(result("a.md", *mentions), glossary=Glossary((Concept("nc", (GOOD, old)),)))
    assert (entry.renderings[0].count, entry.renderings[0].approved) == (2, 1)
    assert entry.action == "Replace 1 mention of “cyber culture” by “internet civilization”."


@pytest.mark.parametrize(
    ("mentions", "action"),
    [
        ([mention(GOOD)] * 3, ""),
        ([mention(GOOD), mention(SHORT)], ""),
        ([mention(WORSE)] * 4 + [mention(BAD)] * 9,
         "Replace 9 mentions of “network civilization” and 4 of “cyber civilization” by “internet civilization”."),
        ([mention(BAD), mention(GOOD, "internet civilzation", method=Method.NEAR)],
         ("Replace 1 mention of “network civilization” by “internet civilization”; "
         "check 1 mention of “internet civilzation”.")),
        ([mention(GOOD, "civilization of the internet", method=Method.ALTERED)] * 2,
         ("Check 2 mentions of “civilization of the internet”, which the glossary does not list: "
         "“internet civilization” is preferred.")),
        ([mention(OTHER)] * 5 + [mention(GOOD)] * 3,
         ("Choose one of “online civilization” (5 mentions) and “internet civilization” (3); "
         "“internet civilization” is preferred.")),
        ([mention(OTHER)] * 5, ""),
        ([mention(DRAFT, standing=Standing.PROPOSED)],
         "Decide whether “web civilization” (1 mention), so far only proposed, should be admitted."),
    ],
)  # fmt: skip
def test_recommended_action(mentions: list[Mention], action: str) -> None:
    assert only(result("a.md", *mentions)).action == action


def test_action_without_preferred_or_approved_terms() -> None:
    admitted = Glossary((Concept("nc", (OTHER, BAD)),))
    assert only(result("a.md", mention(BAD)), glossary=admitted).action.endswith("by “online civilization”.")
    none = Glossary((Concept("nc", (BAD,)),))
    assert only(result("a.md", mention(BAD)), glossary=none).action == (
        "Add a preferred term to the glossary, then replace 1 mention of “network civilization”."
    )


def test_action_sums_up_many_forms() -> None:
    wrong = [Term("nc", "en", f"bad {letter}", Status.DEPRECATED) for letter in "abcde"]
    entry = only(result("a.md", *map(mention, wrong)), glossary=Glossary((Concept("nc", (GOOD, *wrong)),)))
    assert entry.action == (
        "Replace 1 mention of “bad a”, 1 of “bad b”, 1 of “bad c” and 2 of other forms by “internet civilization”."
    )


def test_terms_bound_to_dates_or_paths_are_no_choice() -> None:
    bound = Term("nc", "en", "web culture", Status.ADMITTED, paths=("blog/**",))
    entry = only(result("a.md", mention(GOOD), mention(bound)), glossary=Glossary((Concept("nc", (GOOD, bound)),)))
    assert entry.action == ""


_mentions = st.builds(
    mention,
    st.sampled_from(TERMS),
    st.sampled_from([None, "Internet civilzation", "internet civilzation"]),
    role=st.sampled_from(Role),
    method=st.sampled_from(Method),
    standing=st.sampled_from(Standing),
)
_results = st.lists(
    st.builds(
        result,
        st.sampled_from(["a.md", "b.md", "c.md"]),
        _mentions,
        _mentions,
        date=st.sampled_from([None, "2021-11-19", "2022-08-28"]),
        lang=st.sampled_from(["en", "en-GB"]),
    ),
    min_size=3,
    max_size=6,
)


@given(_results)
def test_merging_is_associative_and_commutative(results: list[ArticleResult]) -> None:
    a, b, c, *others = map(partial, results)
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c)) == merge(a, b, c)
    assert merge(a, {}) == a
    whole = finish(merge(a, b, c, *others), GLOSSARY)
    assert whole == reconcile(results, GLOSSARY) == reconcile(results[::-1], GLOSSARY)


@given(_results)
def test_every_mention_is_counted_once(results: list[ArticleResult]) -> None:
    entries = reconcile(results, GLOSSARY)
    renderings = [rendering for entry in entries for rendering in entry.renderings]
    total = sum(len(result.mentions) for result in results)
    assert sum(rendering.count + rendering.nested for rendering in renderings) == total
    assert sum(count for rendering in renderings for _, count in rendering.articles) == total
    for entry in entries:
        assert all(one.count >= other.count for one, other in pairwise(entry.renderings))
