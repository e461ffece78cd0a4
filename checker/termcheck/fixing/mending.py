"""Mends one article: makes the edits that findings ask for, and proves that they did that and nothing else."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from msgspec import Struct

from termcheck.articles.grids import is_in_drawn_table
from termcheck.fixing.edits import Edit, applied, are_disjoint
from termcheck.fixing.grammar import change_around, possessive_after
from termcheck.fixing.shaping import shape
from termcheck.languages import language
from termcheck.languages.folding import fold
from termcheck.matching.brackets import bracket_after, is_abbreviation
from termcheck.matching.mentions import UNLISTED_RENDERING
from termcheck.model import (
    Article,
    ArticleResult,
    Finding,
    Mention,
    Method,
    RegionKind,
    Severity,
    Span,
    State,
    TermType,
)
from termcheck.quotations import only_encloses

Check = Callable[[str], ArticleResult | None]
"""Checks the article with another text; None where that cannot be checked."""

WHOLE_ARTICLE_RULES = frozenset(
    (
        "mixed-renderings",
        "undefined-abbreviation",
        "inconsistent-across-articles",
        "unused-directive",
        "stale-decision",
        "inconsistent-translation",
        "inconsistent-source",
    )
)
"""What they say depends on all names of an article, so an edit anywhere may change it."""
SAFE_RULES = frozenset(("deprecated-term", "forbidden-term"))
"""Rules whose findings can be mended safely: names that the glossary lists as wrong."""
_QUOTING = frozenset((RegionKind.BLOCK_QUOTATION, RegionKind.QUOTATION, RegionKind.WORK_TITLE))
_WORD_BEFORE = 40
_QUOTED_BEFORE = 300
"""Characters in which a quotation mark is looked for that an apostrophe may close."""


class Wish(NamedTuple):
    """A finding that is to be mended, and with what; None stands for the suggestion."""

    finding: Finding
    replacement: str | None = None


class Fix(Struct, frozen=True):
    """What mends one finding."""

    finding: Finding
    name: str
    """What a reader sees in place of the finding's text."""
    edits: tuple[Edit, ...]
    view_edits: tuple[Edit, ...]
    """The same in the view."""
    doubt: str = ""
    """Why somebody must read the sentence; empty where the fix is safe."""


class Unmended(NamedTuple):
    """A finding that was left alone, and why."""

    finding: Finding
    reason: str


class Mended(NamedTuple):
    """What became of an article."""

    text: str
    """The file's text afterwards."""
    fixes: tuple[Fix, ...]
    """Those that were made, in the order of the file."""
    left: tuple[Unmended, ...]


def mend(result: ArticleResult, check: Check, wishes: Sequence[Wish] | None = None, *, unsafe: bool = False) -> Mended:
    """Make the safe fixes of an article, or with ``unsafe`` all.

    ``wishes`` are the findings that somebody wants to be mended; None stands for every open one with a suggestion. A
    fix is made only if the check afterwards shows the finding gone, no new one, and the rest of the text as it was.
    """
    wanted = [Wish(finding) for finding in result.findings if finding.state is State.OPEN] if wishes is None else wishes
    if result.article.locations:
        why = f"termcheck does not write {PurePosixPath(result.article.path).suffix.lower()} files: change it there"
        return Mended(result.article.text, (), tuple(Unmended(wish.finding, why) for wish in wanted))
    fixes: list[Fix] = []
    left: list[Unmended] = []
    for wish in wanted:
        made = make_fix(result, wish)
        if isinstance(made, Unmended):
            left.append(made)
        elif made.doubt and not unsafe:
            left.append(Unmended(wish.finding, made.doubt))
        else:
            fixes.append(made)
    return _made(result, check, fixes, left)


def make_fix(result: ArticleResult, wish: Wish) -> Fix | Unmended:
    """The edits that mend a finding, with what is doubtful about them; or why there are none."""
    article, finding = result.article, wish.finding
    mention = _mention(result, finding)
    name = wish.replacement if wish.replacement is not None else finding.suggestion
    if name is None and mention is not None:
        name = _before_possessive(article, finding, mention)
    if finding.rule in WHOLE_ARTICLE_RULES and wish.replacement is None:
        return Unmended(finding, "it is about several places: choose what to write there")
    if name is None or not name.strip():
        return Unmended(finding, "there is no suggestion")
    if mention is None:
        return Unmended(finding, "it is about no name")
    name = " ".join(name.split())
    doubts = [*_doubts(article, finding, mention)]
    word_edits: list[tuple[Span, str]] = []
    if (article.lang or "").split("-")[0] == "en":
        before = article.view.text[max(0, mention.view_span.start - _WORD_BEFORE) : mention.view_span.start]
        after = article.view.text[mention.view_span.end : mention.view_span.end + _WORD_BEFORE]
        change = change_around(before, after, mention.term.text, finding.preferred or name, name)
        name = change.name
        doubts += [change.trouble] if change.trouble else []
        if change.word is not None:
            word_edits.append((_word_before(article, mention.view_span.start), change.word))
        word_edits += _possessive(article, mention, name)
    shaped = shape(article, mention.view_span, name)
    doubts += ["there is markup inside the name"] if shaped.has_markup else []
    views = [(mention.view_span, name), *word_edits]
    files = [(mention.span, shaped.text), *(_in_file(article, span, word) for span, word in word_edits)]
    return Fix(
        finding,
        name,
        tuple(Edit(span, text) for span, text in sorted(files)),
        tuple(Edit(span, text) for span, text in sorted(views)),
        "; ".join(doubts),
    )


# ------------------------------------------------------------------------------------------------------ judging


def _doubts(article: Article, finding: Finding, mention: Mention) -> Iterator[str]:
    """Why a fix of the finding is not safe."""
    if finding.rule not in SAFE_RULES or not mention.method.is_listed:
        yield "the glossary does not list the form as wrong"
    elif finding.severity is not Severity.ERROR:
        yield "it is doubtful whether the form is wrong here"
    knowledge = language(article.lang or "und")
    is_english = (article.lang or "").split("-")[0] == "en"
    if not is_english and (knowledge.has_endings or mention.method is Method.INFLECTED):
        yield "endings of other words may depend on the name"
    if _is_quoted(article, mention.view_span):
        yield "it stands in a quotation"
    if is_in_drawn_table(article, mention.span.start):
        yield "the columns of the table around it must fit the name"
    bracket = bracket_after(article.view.text, mention.view_span.end)
    is_short = mention.term.type is TermType.ABBREVIATION
    if bracket is not None and not is_short and any(is_abbreviation(part) for part in bracket.parts()):
        yield "an abbreviation in brackets follows"
    if is_short and (finding.suggestion or "").count(" "):
        yield "an abbreviation becomes a full name"


def _is_quoted(article: Article, view_span: Span) -> bool:
    """Whether somebody else's words would be changed."""
    around = [one for one in article.regions if one.kind in _QUOTING and one.view_span.contains(view_span)]
    return any(
        one.kind is RegionKind.BLOCK_QUOTATION or not only_encloses(article.view.text, one.view_span, view_span)
        for one in around
    )


def _mention(result: ArticleResult, finding: Finding) -> Mention | None:
    span = Span(finding.start, finding.end)
    return next((one for one in result.mentions if one.span == span and one.concept == finding.concept), None)


def _possessive(article: Article, mention: Mention, name: str) -> list[tuple[Span, str]]:
    """(view span, new text) of the possessive behind the mention, where ``name`` asks for another one."""
    text, (start, end) = article.view.text, mention.view_span
    found = possessive_after(text[max(0, start - _QUOTED_BEFORE) : start], text[end : end + 3], mention.text, name)
    return [] if found is None else [(Span(end, end + found[0]), found[1])]


def _in_file(article: Article, span: Span, word: str) -> tuple[Span, str]:
    """An edit of the view as one of the file, where an apostrophe stays as it is written: ``&#39;``."""
    if word[:1].isalnum():
        return article.view.to_file(span), word
    mark = article.view.to_file(Span(span.start, span.start + 1))
    return article.view.to_file(span), article.text[mark.start : mark.end] + word[1:]


def _before_possessive(article: Article, finding: Finding, mention: Mention) -> str | None:
    """The preferred name where only the apostrophe behind the mention spoke against suggesting it as it stands."""
    name = finding.preferred
    if name is None or (article.lang or "").split("-")[0] != "en" or mention.text != mention.term.text:
        return None
    is_cased = name[:1].isupper() or mention.text[:1].islower()
    return name if is_cased and _possessive(article, mention, name) else None


def _word_before(article: Article, at: int) -> Span:
    """View span of the word before a view offset, white space left out."""
    end = at
    while article.view.text[end - 1].isspace():
        end -= 1
    start = end
    while start and article.view.text[start - 1].isalnum():
        start -= 1
    return Span(start, end)


# ------------------------------------------------------------------------------------------------------- making


def _made(result: ArticleResult, check: Check, fixes: Sequence[Fix], left: list[Unmended]) -> Mended:
    """All fixes together where that is good, else one after the other, each if it is good after those before it."""
    fixes = sorted(fixes, key=lambda fix: fix.edits[0].span)
    if fixes and _why_not(result, check, fixes) is None:
        return _mended(result, fixes, left)
    kept: list[Fix] = []
    for fix in fixes:
        reason = _why_not(result, check, [*kept, fix])
        if reason is None:
            kept.append(fix)
        else:
            left.append(Unmended(fix.finding, reason))
    return _mended(result, kept, left)


def _mended(result: ArticleResult, fixes: Sequence[Fix], left: Iterable[Unmended]) -> Mended:
    text = applied(result.article.text, [edit for fix in fixes for edit in fix.edits])
    return Mended(text, tuple(fixes), tuple(sorted(left, key=lambda one: one.finding.order)))


def _why_not(result: ArticleResult, check: Check, fixes: Sequence[Fix]) -> str | None:
    """What speaks against making the fixes; None where nothing does."""
    edits = [edit for fix in fixes for edit in fix.edits]
    if not are_disjoint(edits):
        return "it overlaps another fix"
    after = check(applied(result.article.text, edits))
    if after is None:
        return "the article could not be checked afterwards"
    expected = applied(result.article.view.text, [edit for fix in fixes for edit in fix.view_edits])
    if after.article.view.text.split() != expected.split():
        return "the markup around it would not stay as it is"
    mended = Counter(_key(fix.finding) for fix in fixes)
    before = _findings(result)
    new = _findings(after) - before
    if new:
        rule, concept, text = next(iter(new))
        return f"the check afterwards would find {f'“{text}”' if text else rule} ({concept})"
    gone = before - _findings(after)
    if mended - gone:
        return "the check afterwards would find it again"
    return None


_Key = tuple[str, str | None, str]


def _findings(result: ArticleResult) -> Counter[_Key]:
    return Counter(_key(finding) for finding in result.findings if finding.rule not in WHOLE_ARTICLE_RULES)


def _key(finding: Finding) -> _Key:
    # a phrase in other words may hold the mended name: it is then the same advice of another text
    text = "" if finding.rule == UNLISTED_RENDERING else " ".join(fold(finding.text).split())
    return finding.rule, finding.concept, text
