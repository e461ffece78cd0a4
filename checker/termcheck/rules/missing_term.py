"""A term of the source that has none of its renderings in the target.

Purpose
    Where the source of a segment names a concept, its translation must name it too, by one of the names that the
    glossary approves. The source term proves which concept is meant.

When it fires
    In a bilingual file the source of a segment has a term, in any form, and the target has none of the approved
    renderings of its concept, in any form. It is an error. It spans the words of the target that stand for the term,
    where they can be told, else the whole target. A term that stays as it is (`lang` `*`, or one form in both
    languages) must stand in the target too.

    It is only a hint where the target has the rendering less often than the source, another word of the same stem or
    root (прогнозирование for прогноз), or the rendering with an article or preposition added; and where the source has
    a name only as a word in small letters (windows for Windows).

What it does not flag
    Targets with a deprecated, misspelt, altered or otherwise wrong form of the concept, which has a finding of its own;
    targets in which the source term was left, see `untranslated-term`. Renderings that are part of a compound or share
    a part with others: Kontenplan, Kauf- und Mietverträge, écoles primaires et secondaires. Source terms inside longer
    source terms. Of several concepts with one source term, any one will do. Empty targets, segments that are not to be
    translated or not translated yet, fuzzy ones. Concepts without an approved rendering in the language of the target.

How to configure or silence
    `rules = {missing-term = "warning"}` in the configuration, also per path; `status = admitted` for another rendering;
    `not_when` on the source term; decisions as for any finding.

For example
    The glossary has "firewall rule" in English and prefers "Firewallregel" in German.

    Flagged: Delete the firewall rule. = Löschen Sie die Vorschrift.
    Not flagged: The firewall rules were deleted. = Die Firewallregeln wurden gelöscht.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from termcheck.findings import any_of, at_mention, at_segment, place, quoted, suggestion_for
from termcheck.languages import language
from termcheck.model import (
    ANY_LANGUAGE,
    Article,
    CaseFit,
    Demand,
    Finding,
    Mention,
    Method,
    Renderings,
    Role,
    SegmentPair,
    SegmentRule,
    Severity,
    Span,
    Standing,
    Term,
)
from termcheck.variants import times

if TYPE_CHECKING:
    from termcheck.matching.present import Presence

_ID = "missing-term"
_LOCATED = 0.9


def _find(article: Article, pairs: tuple[SegmentPair, ...], renderings: Renderings) -> Iterable[Finding]:
    from termcheck.segments import approved, is_absent  # one article that is not bilingual does not pay for it

    for pair in pairs:
        taken = [one.view_span for demand in pair.demands for one in demand.found]
        for demand in pair.demands:
            if is_absent(demand, renderings):
                if not demand.left and (finding := _absent(article, pair, demand, taken, renderings)) is not None:
                    yield finding
            elif 0 < len(approved(demand)) < demand.count and len(approved(demand)) == len(demand.found):
                yield _fewer(article, pair, demand)


def _absent(
    article: Article, pair: SegmentPair, demand: Demand, taken: Sequence[Span], renderings: Renderings
) -> Finding | None:
    from termcheck.matching.located import locate
    from termcheck.matching.present import Target

    terms = [term for concept in demand.concepts for term in renderings.approved.get(concept, ())]
    span = pair.segment.view_span
    text = article.view.text[span.start : span.end]
    knowledge = language(article.lang or "und")
    present = Target(text, knowledge).find(terms)
    if present is not None and present.is_sure:
        return None
    term = next((term for term in terms if term.concept == demand.source[0].concept), terms[0])
    named = quoted(demand.source[0].text)
    related = tuple(place(article.source or article, one.span) for one in demand.source)
    if all(one.lang == ANY_LANGUAGE for one in terms):
        message = f"{named} stands in the source and must stay as it is, but it is not in the target"
        return _at_target(article, pair, demand, term, message)
    if present is not None:
        return _doubtful(article, pair, demand, present)
    inside = [Span(one.start - span.start, one.end - span.start) for one in taken if span.contains(one)]
    located = locate(text, inside, terms, knowledge)
    if located is None:
        message = f"{named} stands in the source, but none of its renderings in the target; write {_wanted(terms)}"
        return _at_target(article, pair, demand, term, message)
    at, like = located
    view_span = Span(span.start + at.start, span.start + at.end)
    mention = _mention(article, view_span, like, demand)
    suggestion = suggestion_for(mention, term, article)
    message = f"{quoted(mention.text)} stands for {named}, but is none of its renderings; write {_wanted(terms)}"
    severity = Severity.HINT if _may_be_no_name(demand) else Severity.ERROR
    finding = at_mention(
        _ID, severity, article, mention, message, preferred=term.text, suggestion=suggestion, related=related
    )
    return replace(finding, matched=demand.source[0].term.text)


def _doubtful(article: Article, pair: SegmentPair, demand: Demand, present: "Presence") -> Finding:
    """A hint that a word of the target may be the term or only be derived from it."""
    start = pair.segment.view_span.start
    mention = _mention(article, Span(start + present.span.start, start + present.span.end), present.term, demand)
    message = (
        f"{quoted(mention.text)} stands for {quoted(demand.source[0].text)}: see whether it is a form "
        f"of {quoted(present.term.text)}"
    )
    related = tuple(place(article.source or article, one.span) for one in demand.source)
    finding = at_mention(_ID, Severity.HINT, article, mention, message, preferred=present.term.text, related=related)
    return replace(finding, matched=demand.source[0].term.text)


def _may_be_no_name(demand: Demand) -> bool:
    """Whether the source has a name of one word only in small letters: “windows” is mostly no Windows."""
    return all(
        one.case is CaseFit.DIFFERENT and one.term.text[:1].isupper() and one.text.islower() and " " not in one.text
        for one in demand.source
    )


def _wanted(terms: Sequence[Term]) -> str:
    return any_of(list(dict.fromkeys(term.text for term in terms)))


def _mention(article: Article, view_span: Span, like: Term, demand: Demand) -> Mention:
    """What stands for the term in the target, as a mention by other words."""
    return Mention(
        concept=like.concept,
        term=like,
        standing=Standing.APPROVED,
        span=article.view.to_file(view_span),
        view_span=view_span,
        text=" ".join(article.view.text[view_span.start : view_span.end].split()),
        method=Method.UNLISTED,
        confidence=_LOCATED,
        case=CaseFit.SAME,
        role=Role.WINNER,
        reason=f"the source has {quoted(demand.source[0].text)}, a term of {like.concept}",
        lang=article.lang,
    )


def _at_target(article: Article, pair: SegmentPair, demand: Demand, term: Term, message: str) -> Finding:
    source = demand.source[0]
    severity = Severity.HINT if _may_be_no_name(demand) else Severity.ERROR
    return replace(
        at_segment(_ID, severity, article, pair.segment, message),
        concept=term.concept,
        matched=source.term.text,
        preferred=term.text,
        reason=f"the source has {quoted(source.text)}, a term of {source.concept}",
        related=tuple(place(article.source or article, one.span) for one in demand.source),
    )


def _fewer(article: Article, pair: SegmentPair, demand: Demand) -> Finding:
    from termcheck.segments import approved

    found = approved(demand)
    message = (
        f"{quoted(demand.source[0].text)} stands {times(demand.count)} in the source, "
        f"{quoted(found[0].text)} only {times(len(found))} in the target"
    )
    finding = _at_target(article, pair, demand, found[0].term, message)
    return replace(finding, severity=Severity.HINT)


RULE = SegmentRule(_ID, Severity.ERROR, __doc__, _find)
