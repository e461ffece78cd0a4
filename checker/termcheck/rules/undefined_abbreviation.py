"""An abbreviation that the article uses before, or without, saying what it stands for.

Purpose
    Readers who do not know the abbreviation need the full name once, at or before its first use.

When it fires
    An approved abbreviation of a concept that also has an approved full form in this language stands in the running
    text before any full form of it, or the article has none. One hint an article and abbreviation, at its first use.

What it does not flag
    Abbreviations defined in either order, "Cyberspace Administration of China (CAC)", "CAC (Cyberspace Administration
    of China)", also with quotation marks: (the "CAC"). Abbreviations in headings and titles, which define nothing
    either. Abbreviations that the article defines as something else, which are no mention of the concept.
    Abbreviations inside longer names. Abbreviations whose concept has no approved full form (`type` = `full`) in this
    language.

How to configure or silence
    `type = short` for a short name that everybody knows; `rules = {undefined-abbreviation = "off"}`; one place with
    `<!-- termcheck-disable-next-line concept -->`.

For example
    The glossary prefers "Cyberspace Administration of China" and admits "CAC".

    Flagged: The CAC met on Monday.
    Not flagged: The Cyberspace Administration of China (CAC) met on Monday. The CAC decided.
"""

from collections.abc import Iterable, Sequence

from termcheck.abbreviations import explained_after, in_prose
from termcheck.findings import at_mention, preferred_text, quoted
from termcheck.model import Article, ArticleRule, Finding, Mention, Renderings, Role, Severity, Standing, TermType

_ID = "undefined-abbreviation"


def _find(article: Article, mentions: tuple[Mention, ...], renderings: Renderings) -> Iterable[Finding]:
    full_forms = {
        concept: terms
        for concept in {mention.concept for mention in mentions if _is_use(mention)}
        if (terms := [term.text for term in renderings.approved.get(concept, ()) if term.type is TermType.FULL])
    }
    prose = in_prose(article, (mention for mention in mentions if mention.concept in full_forms))
    first_uses: dict[tuple[str, str], Mention] = {}
    explanations: dict[str, list[Mention]] = {}
    for mention in prose:
        if mention.term.type is not TermType.ABBREVIATION:
            explanations.setdefault(mention.concept, []).append(mention)
        elif _is_use(mention):
            first_uses.setdefault((mention.concept, mention.term.text), mention)
    for (concept, abbreviation), use in first_uses.items():
        found = explanations.get(concept, [])
        if not _is_explained(article, use, found):
            yield at_mention(
                _ID,
                Severity.HINT,
                article,
                use,
                _message(abbreviation, full_forms[concept][0], later=bool(found)),
                preferred=preferred_text(use, renderings),
            )


def _is_use(mention: Mention) -> bool:
    return (
        mention.term.type is TermType.ABBREVIATION
        and mention.role is Role.WINNER
        and mention.standing is Standing.APPROVED
        and mention.method.is_listed
    )


def _is_explained(article: Article, use: Mention, explanations: Sequence[Mention]) -> bool:
    """Whether a full form stands before the use or explains it on the spot; ``explanations`` in order."""
    if not explanations:
        return False
    if explanations[0].view_span.start < use.view_span.start:
        return True
    return any(explained_after(article, use, full) for full in explanations[:2])


def _message(abbreviation: str, full: str, *, later: bool) -> str:
    where = "before it is written out" if later else "and never written out"
    return f"{quoted(abbreviation)} is used {where}; begin with “{full} ({abbreviation})”"


def _concerns(mention: Mention) -> bool:
    return mention.term.type is TermType.ABBREVIATION


RULE = ArticleRule(_ID, Severity.HINT, __doc__, _find, reads_on=True, concerns=_concerns)
