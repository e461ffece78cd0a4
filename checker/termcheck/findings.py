"""Making findings: the parts that every rule fills in the same way."""

from collections.abc import Iterable, Sequence

from termcheck.languages.tokens import is_spaceless
from termcheck.matching import suggest
from termcheck.model import (
    BLOCK_BREAK,
    Article,
    DirectiveUse,
    Finding,
    FreeUse,
    Mention,
    Method,
    Related,
    Renderings,
    Role,
    Segment,
    SegmentUse,
    Severity,
    Span,
    Standing,
    Status,
    Term,
    Unmatched,
)

_LISTED_FORMS = 3
"""Forms that a message names before it says "and 2 others"."""
_KINDS = {
    Status.FORBIDDEN: "a forbidden term",
    Status.DEPRECATED: "a deprecated term",
    Status.SUPERSEDED: "an outdated term",
}


def at_mention(  # noqa: PLR0913 -- keyword arguments, one a field that rules fill differently
    rule: str,
    severity: Severity,
    article: Article,
    mention: Mention,
    message: str,
    *,
    preferred: str | None = None,
    suggestion: str | None = None,
    related: tuple[Related, ...] = (),
) -> Finding:
    """A finding that stands where a mention stands; ``severity`` is what the rule decided, doubt included."""
    segment = article.segment_at(mention.span.start)
    return Finding(
        rule,
        severity,
        message,
        *_stretch(article, mention.span),
        text=mention.text,
        segment=segment.id if segment else None,
        location=article.location(mention.span.start),
        confidence=mention.confidence,
        method=mention.method,
        concept=mention.concept,
        lang=mention.lang or article.lang,
        matched=mention.term.text,
        suggestion=suggestion,
        preferred=preferred,
        reason=mention.reason,
        related=related or tuple(place(article, span) for span in mention.related),
    )


def free_use(
    rule: str, key: tuple[str, str, str], mentions: Sequence[Mention], article: Article, message: str = ""
) -> FreeUse:
    """The use that an article makes of a rendering, for a rule that compares articles; its first mention is where.

    ``key``: concept, language, and what all spellings of the rendering share.
    """
    first = mentions[0]
    return FreeUse(
        *key,
        text=first.term.text,
        type=first.term.type,
        count=len(mentions),
        articles=1,
        first=article.date,
        last=article.date,
        date=article.date,
        at=at_mention(rule, Severity.HINT, article, first, message),
    )


def at_segment(rule: str, severity: Severity, article: Article, segment: Segment, message: str) -> Finding:
    """A finding that is about the whole of a segment."""
    text = article.view.text[segment.view_span.start : segment.view_span.end].replace(BLOCK_BREAK, " ")
    return Finding(
        rule, severity, message, *_stretch(article, segment.span), text=" ".join(text.split()), lang=article.lang,
        segment=segment.id, location=article.location(segment.span.start),
    )  # fmt: skip


def _stretch(article: Article, span: Span) -> tuple[str, int, int, int, int, int, int, str]:
    """The fields of a finding from ``file`` to ``observed``."""
    start, end = span
    return (article.path, start, end, *article.position(start), *article.position(end), article.text[start:end])


def at_use(rule: str, severity: Severity, use: SegmentUse, message: str, others: Iterable[SegmentUse]) -> Finding:
    """A finding that is about a segment whose article is no longer at hand; ``others`` are what it is compared with."""
    return Finding(
        rule, severity, message, use.file, use.start, use.end, use.line, use.column, use.end_line, use.end_column,
        observed=use.observed or use.text, text=use.text, lang=use.lang, segment=use.segment, location=use.location,
        related=tuple(Related(one.file, one.line, one.start, one.end) for one in others),
    )  # fmt: skip


def at_directive(rule: str, severity: Severity, use: DirectiveUse, message: str) -> Finding:
    """A finding that is about a directive and no concept."""
    one = use.directive
    return Finding(
        rule, severity, message, use.file, *one.span, one.line, one.column, one.end_line, one.end_column,
        observed=one.observed, text=" ".join(one.observed.split()), lang=use.lang, location=one.location,
    )  # fmt: skip


def at_line(rule: str, severity: Severity, one: Unmatched) -> Finding:
    """A finding that is about a line of a file that is no article; its columns and offsets are not known."""
    return Finding(
        rule, severity, one.message, one.file, 0, 0, one.line, 1, one.line, 1, observed="", text="",
        location=f"line {one.line}",
    )  # fmt: skip


def place(article: Article, span: Span) -> Related:
    """Where a stretch of an article is, for ``Finding.related``."""
    line, _ = article.position(span.start)
    return Related(article.path, line, span.start, span.end, article.location(span.start))


def related_to(finding: Finding) -> Related:
    """Where a finding is, for that of another one."""
    return Related(finding.file, finding.line, finding.start, finding.end, finding.location)


def lowered(severity: Severity, mention: Mention) -> Severity:
    """The severity, or hint where the mention, or what the glossary says of it, is in doubt."""
    doubt = mention.doubtful or mention.standing is Standing.DOUBTFUL or mention.role is Role.RIVAL
    return Severity.HINT if doubt else severity


def quoted(text: str) -> str:
    """A form between quotation marks, for messages."""
    return f"“{text}”"


def preferred_text(mention: Mention, renderings: Renderings) -> str | None:
    """The preferred rendering of the mention's concept in its dictionary form."""
    term = renderings.preferred.get(mention.concept)
    return term.text if term else None


def replacement_target(mention: Mention, renderings: Renderings) -> Term | None:
    """The term to write instead: the preferred one, else the only approved one, else unknown."""
    approved = renderings.approved.get(mention.concept, ())
    return renderings.preferred.get(mention.concept) or (approved[0] if len(approved) == 1 else None)


def suggestion_for(mention: Mention, target: Term | None, article: Article) -> str | None:
    """What may replace the mention's slice of the file; None when unsure or when nothing would change."""
    suggestion = suggest(mention, target, article) if target else None
    return None if suggestion == article.text[mention.span.start : mention.span.end] else suggestion


def listed_wrong(
    rule: str, statuses: frozenset[Status], article: Article, mentions: tuple[Mention, ...], renderings: Renderings
) -> Iterable[Finding]:
    """Errors for listed forms of wrong terms that have one of the statuses, hints where that is in doubt."""
    for mention in mentions:
        if (
            mention.role is not Role.NESTED
            and mention.method.is_listed
            and mention.standing in (Standing.WRONG, Standing.DOUBTFUL)
            and mention.term.status in statuses
        ):
            target = replacement_target(mention, renderings)
            suggestion = suggestion_for(mention, target, article)
            yield at_mention(
                rule,
                lowered(Severity.ERROR, mention),
                article,
                mention,
                _wrong_message(mention, mentions, instead(mention, suggestion, renderings)),
                preferred=preferred_text(mention, renderings),
                suggestion=suggestion,
            )


def not_listed(
    rule: str, method: Method, verb: str, article: Article, mentions: tuple[Mention, ...], renderings: Renderings
) -> Iterable[Finding]:
    """Warnings for forms that the glossary does not list but that were recognised by ``method``.

    ``verb`` says in the message what such a form does to the listed term: "looks like a misspelling of".
    """
    for mention in mentions:
        if mention.method is method and mention.role is not Role.NESTED and mention.standing is not Standing.PROPOSED:
            approved = mention.standing is Standing.APPROVED
            target = mention.term if approved else replacement_target(mention, renderings)
            suggestion = suggestion_for(mention, target, article)
            message = f"{quoted(mention.text)} {verb} {quoted(mention.term.text)}"
            if compound := _compound_around(mention, article):
                message = f"{quoted(compound)} holds {quoted(mention.term.text)}"
            if not approved:
                message += f", {kind_of(mention.term)}; {instead(mention, suggestion, renderings)}"
            yield at_mention(
                rule,
                lowered(Severity.WARNING, mention),
                article,
                mention,
                message,
                preferred=preferred_text(mention, renderings),
                suggestion=suggestion,
            )


def _compound_around(mention: Mention, article: Article) -> str | None:
    """The word of which the mention is only a part; None where it is a word of its own."""
    view, (start, end) = article.view.text, mention.view_span
    first, last = start, end
    while first and view[first - 1].isalpha() and not is_spaceless(view[first - 1]):
        first -= 1
    while last < len(view) and view[last].isalpha() and not is_spaceless(view[last]):
        last += 1
    return view[first:last] if (first, last) != (start, end) else None


def instead(mention: Mention, suggestion: str | None, renderings: Renderings) -> str:
    """What to do about a wrong form, as the second half of a message."""
    if suggestion is not None:
        return f"write {quoted(suggestion)}"
    approved = renderings.approved.get(mention.concept, ())
    target = renderings.preferred.get(mention.concept)
    if target or approved:
        return "write " + any_of([target.text] if target else [term.text for term in approved])
    return "the glossary has no approved term for it, so rephrase or add one"


def any_of(forms: list[str]) -> str:
    """Quoted forms joined by "or", the first few of many."""
    shown = [quoted(form) for form in forms[:_LISTED_FORMS]]
    if len(forms) > _LISTED_FORMS:
        shown.append("another approved term")
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " or " + shown[-1]


def kind_of(term: Term) -> str:
    """What a wrong term is, with its article: "a deprecated term"."""
    return _KINDS.get(term.status, "a wrong term")


def _wrong_message(mention: Mention, mentions: tuple[Mention, ...], remedy: str) -> str:
    form, kind = quoted(mention.text), kind_of(mention.term)
    if mention.role is Role.RIVAL:
        others = sorted(
            {
                other.concept
                for other in mentions
                if other.view_span == mention.view_span
                and other.concept != mention.concept
                and other.standing is Standing.APPROVED
            }
        )
        named = " and ".join(others) or "another concept"
        return f"{form} is {kind} of {mention.concept}, but an approved one of {named}: check which of them is meant"
    if mention.term.status is Status.SUPERSEDED and mention.term.valid_until:
        kind += f" (right until {mention.term.valid_until.isoformat()})"
    if mention.standing is Standing.DOUBTFUL:
        return f"{form} may be {kind}, depending on the date of the article, which is not known; {remedy}"
    return f"{form} is {kind}; {remedy}"
