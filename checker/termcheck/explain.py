"""Why the mentions on a line were taken, and what became of each: the text of ``termcheck explain``."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from termcheck.errors import Problem, UsageError
from termcheck.matching.unlisted.aligned import learnt_in
from termcheck.model import Article, ArticleResult, Finding, Mention, Role, Span, Standing, State

_STANDINGS = {
    Standing.APPROVED: "approved",
    Standing.WRONG: "wrong",
    Standing.DOUBTFUL: "wrong, perhaps: the row has a date and the article has none",
    Standing.PROPOSED: "proposed: listed, never enforced",
}
_ROLES = {
    Role.WINNER: "counts",
    Role.NESTED: "stands inside another mention, or another concept has it: counted apart, never a finding",
    Role.RIVAL: "another concept's approved form stands at the same place",
}


def explain(result: ArticleResult, where: str) -> str:
    """One paragraph for each mention that touches a line of the file, then the findings without a mention.

    ``where``: the 1-based number of the line, or, in a file without lines, the place as findings name it. Raises
    UsageError where the file has no such line or place.
    """
    article = result.article
    span = _place(article, where) if article.locations else _line(article, where)
    mentions = [mention for mention in result.mentions if _touches(mention.span, span)]
    findings = [finding for finding in result.findings if _touches(Span(finding.start, finding.end), span)]
    paragraphs = [f"{article.path}:{where}: {_shown(article.text[span.start : span.end])}"]
    paragraphs.extend("\n".join(_mention(result, mention, findings)) for mention in mentions)
    alone = [finding for finding in findings if not any(_is_about(finding, mention) for mention in mentions)]
    paragraphs.extend("\n".join(_finding(finding)) for finding in alone)
    if len(paragraphs) == 1:
        where = "there" if article.locations else "on this line"
        paragraphs.append(f"No concept of the glossary is mentioned {where}.")
    return "\n\n".join(paragraphs) + "\n"


def _line(article: Article, where: str) -> Span:
    if not (where.isascii() and where.isdigit()):
        message = f"“{where}” is no line"
        raise UsageError(Problem(message, article.path, "write FILE:LINE, such as news.md:12"))
    line = int(where[:9])
    last = len(article.line_starts) - (len(article.line_starts) > 1 and article.text.endswith(("\n", "\r")))
    if not 1 <= line <= last:
        raise UsageError(Problem(f"there is no line {line:,}", article.path, f"the last one is {last:,}"))
    return article.line_span(line)


def _place(article: Article, where: str) -> Span:
    """All of the text between the first and the last place with a name."""
    borders = pairwise([*(one.start for one in article.locations), len(article.text) + 1])
    labels = [one.label for one in article.locations]
    spans = [Span(start, end - 1) for label, (start, end) in zip(labels, borders, strict=True) if label == where]
    if not spans:
        remedy = f"its places are named like “{labels[0]}”"
        raise UsageError(Problem(f"there is no place “{where}”", article.path, remedy))
    return Span(spans[0].start, spans[-1].end)


def _mention(result: ArticleResult, mention: Mention, findings: Iterable[Finding]) -> Iterator[str]:
    article = result.article
    place = article.location(mention.span.start) or "{}:{}".format(*article.position(mention.span.start))
    term = mention.term
    yield f"{place} “{_shown(mention.text)}” names {mention.concept}"
    yield f"  row         {term.place}: “{term.text}” ({term.lang}, {term.status})"
    yield f"  recognised  {mention.method}, confidence {mention.confidence:.2f}: {mention.reason}"
    for one, other, taught in learnt_in(mention.reason):
        decision = f'{{"concept": "{taught.partition(" and ")[0]}", "form": "{one} = {other}", "verdict": "same-word"}}'
        yield f"  words       {one} = {other} only by {taught}; to accept that: {decision} (or other-word)"
    yield f"  standing    {_STANDINGS[mention.standing]}"
    yield f"  role        {_ROLES[mention.role]}"
    own = [finding for finding in findings if _is_about(finding, mention)]
    for finding in own:
        yield from _finding(finding)
    if not own:
        yield f"  no finding  {_why_none(mention)}"


def _finding(finding: Finding) -> Iterator[str]:
    state = "" if finding.state is State.OPEN else f", suppressed by {finding.state_reason}"
    yield f"  finding     {finding.severity} {finding.rule}{state}: {_shown(finding.message)}"
    if finding.suggestion is not None:
        yield f"  suggestion  {_shown(finding.suggestion)}"


def _why_none(mention: Mention) -> str:
    if mention.role is Role.NESTED:
        return "what stands inside another mention is none of its own"
    if mention.standing is Standing.PROPOSED:
        return "proposed terms are never enforced"
    if mention.standing is Standing.APPROVED and mention.method.is_listed:
        return "the form is approved"
    return "the rule for it is off, or the text is quoted and left alone, by the configuration"


def _is_about(finding: Finding, mention: Mention) -> bool:
    return finding.concept == mention.concept and Span(finding.start, finding.end) == mention.span


def _touches(span: Span, line: Span) -> bool:
    return span.start <= line.end and line.start <= span.end and (span.start < line.end or line.start < span.end)


def _shown(text: str) -> str:
    """The text in one line, without control characters."""
    return "".join(char if char.isprintable() else " " for char in " ".join(text.split()))
