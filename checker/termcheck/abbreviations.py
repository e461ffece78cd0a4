"""Where an article says what an abbreviation stands for, and whether that is the concept that the glossary means.

"California Arts Council (CAC)" defines the abbreviation otherwise than a glossary in which CAC is the Cyberspace
Administration of China, so CAC is no mention of that concept in this article.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from termcheck.languages.folding import fold
from termcheck.matching.brackets import ACROSS, CLOSING, OPENING, QUOTES, bracket_after, spells
from termcheck.model import Article, Glossary, Mention, RegionKind, Role, Span, TermType

_SEPARATORS = ",;，；"
_LEAD_IN = 40
"""Characters that may stand between the bracket and the abbreviation: (hereinafter referred to as the “CAC”)."""
_ENGLISH = (
    "the a an or also short for abbreviated abbr. acronym hereinafter hereafter henceforth referred known called to as"
)
_LEAD_IN_WORDS = frozenset(
    f"{_ENGLISH} in kurz auch der die das im folgenden le la les ci-après en abrégé sigle el los las siglas adelante "
    "далее 简称 以下简称 下称 以下 简称为 簡稱 以下簡稱 略称 以下略称".split(" ")
)
_NO_PUNCTUATION = str.maketrans(dict.fromkeys(QUOTES + ":：,，", " "))
_POSSESSIVES = ("'s", "’s")
_LONGEST_LETTERS = 12
_LOOK_BACK = 300
_PROSE_EXCLUDED = frozenset({RegionKind.HEADING, RegionKind.TITLE, RegionKind.WORK_TITLE})


class _Definition(Struct, frozen=True, order=True):
    """A place where the article explains an abbreviation."""

    at: int
    """View offset of the abbreviation there."""
    own: bool
    """Whether it explains it as the concept's own name."""


def drop_foreign(article: Article, mentions: Sequence[Mention], glossary: Glossary) -> tuple[Mention, ...]:
    """The mentions without the abbreviations that the article defines as something else than their concept.

    What the glossary has for the concept in any language is its own name: GDPR (General Data Protection Regulation) in
    a German article. Where the article defines one in several ways, the last definition before a mention decides, else
    the first one after it. If a dropped mention had won its span, the next one at the same span takes its place.
    """
    if all(mention.term.type is not TermType.ABBREVIATION for mention in mentions):
        return tuple(mentions)
    names: defaultdict[str, list[Span]] = defaultdict(list)
    groups: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.term.type is not TermType.ABBREVIATION:
            names[mention.concept].append(mention.view_span)
        elif len(mention.term.text) <= _LONGEST_LETTERS:
            groups[mention.concept, mention.term.text].append(mention)
    foreign: set[tuple[str, Span]] = set()
    for (concept, _), group in groups.items():
        definitions = sorted(_definitions(article, group, names[concept], glossary))
        if any(not definition.own for definition in definitions):
            foreign.update((concept, m.view_span) for m in group if not _decides(definitions, m).own)
    return _without(mentions, foreign) if foreign else tuple(mentions)


def in_prose(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions outside headings, titles and titles of works, in the order of the text."""
    excluded = sorted(region.view_span for region in article.regions if region.kind in _PROSE_EXCLUDED)
    starts = [span.start for span in excluded]

    def outside(mention: Mention) -> bool:
        before = bisect_right(starts, mention.view_span.start)
        return not any(span.overlaps(mention.view_span) for span in excluded[max(0, before - 2) : before + 1])

    return sorted(filter(outside, mentions), key=lambda mention: mention.view_span)


def explained_after(article: Article, abbreviation: Mention, full: Mention) -> bool:
    """Whether a full form explains the abbreviation right before it: "CAC (Cyberspace ...)", "CAC, the ..."."""
    gap = article.view.text[abbreviation.view_span.end : full.view_span.start]
    if not 0 < len(gap) <= _LEAD_IN or any(char in ACROSS for char in gap):
        return False
    gap = gap.strip().lstrip(QUOTES).strip()
    return gap[:1] in set(OPENING + ",，、:：–—-") and _is_lead_in(gap[1:])


def _definitions(
    article: Article, group: list[Mention], names: list[Span], glossary: Glossary
) -> Iterable[_Definition]:
    for mention in group:
        explained = _explained_before(article, mention) or _explained_in_bracket(article, mention)
        if explained is not None:
            own = any(span.overlaps(explained) for span in names)
            own = own or _is_term(article.view.text[slice(*explained)], mention.concept, glossary)
            yield _Definition(mention.view_span.start, own)


def _is_term(text: str, concept: str, glossary: Glossary) -> bool:
    """Whether the glossary has a text as a term of a concept, in any language."""
    folded = fold(text)
    own = glossary.concept(concept)
    return own is not None and any(fold(term.text) == folded for term in own.terms)


def _explained_before(article: Article, mention: Mention) -> Span | None:
    """View span of the words that the abbreviation in a bracket stands for: "X (A)", "X (the “A”)"."""
    text = article.view.text
    start, end = mention.view_span
    before = text[max(0, start - _LEAD_IN) : start]
    bracket = max(before.rfind(char) for char in OPENING)
    following = text[end + 2 if text[end : end + 2] in _POSSESSIVES else end :][:4].lstrip(QUOTES + " ")[:1] or " "
    if bracket < 0 or following not in CLOSING + _SEPARATORS or not _is_lead_in(before[bracket + 1 :]):
        return None
    bracket += max(0, start - _LEAD_IN)
    explained = _expansion(text, max(0, bracket - _LOOK_BACK), bracket, mention.term.text)
    if explained and following in _SEPARATORS and _capitals(text[slice(*explained)]) != mention.term.text:
        return None  # "agencies and commissions (CAC, MIIT)" is a list rather than a definition
    return explained


def _explained_in_bracket(article: Article, mention: Mention) -> Span | None:
    """View span of the words in the bracket that follows the abbreviation: "A (X)"."""
    text = article.view.text
    bracket = bracket_after(text, mention.view_span.end)
    if bracket is None:
        return None
    cut = [at for char in _SEPARATORS if (at := bracket.text.find(char)) >= 0]
    span = _expansion(text, bracket.start, bracket.start + min(cut, default=len(bracket.text)), mention.term.text)
    skipped = text[bracket.start : span.start] if span else ""
    return span if span and _is_lead_in(skipped) else None


def _expansion(text: str, start: int, end: int, short: str) -> Span | None:
    """View span of the expansion of ``short`` that ends ``text[start:end]``, within one block."""
    start = max([start, *(text.rfind(char, start, end) + 1 for char in ACROSS)])
    words = text[start:end].rstrip(" \u00a0" + QUOTES)
    at = spells(words, short)
    most = min(len(short) + 5, len(short) * 2)
    if at is None or len(words[at:].split()) > most or len(words) - at <= len(short):
        return None
    if short in words[at:] or words[-1:] in set(_SEPARATORS + ".!?"):
        return None  # nothing is explained by itself, or across a comma
    return Span(start + at, start + len(words))


def _capitals(words: str) -> str:
    return "".join(word[0] for word in words.split() if word[0].isupper())


def _is_lead_in(text: str) -> bool:
    words = text.translate(_NO_PUNCTUATION).lower().split()
    return all(word in _LEAD_IN_WORDS for word in words)


def _decides(definitions: Sequence[_Definition], mention: Mention) -> _Definition:
    before = bisect_right([definition.at for definition in definitions], mention.view_span.start)
    return definitions[max(0, before - 1)]


def _without(mentions: Sequence[Mention], foreign: set[tuple[str, Span]]) -> tuple[Mention, ...]:
    """The mentions without the foreign ones; a span that loses its winner gets the next mention as its winner."""
    dropped = [_is_among(mention, foreign) for mention in mentions]
    vacant = {m.view_span for m, out in zip(mentions, dropped, strict=True) if out and m.role is Role.WINNER}
    kept: list[Mention] = []
    for mention, out in zip(mentions, dropped, strict=True):
        if out:
            continue
        heir = mention.view_span in vacant
        vacant.discard(mention.view_span)
        kept.append(replace(mention, role=Role.WINNER) if heir else mention)
    return tuple(kept)


def _is_among(mention: Mention, foreign: set[tuple[str, Span]]) -> bool:
    return mention.term.type is TermType.ABBREVIATION and (mention.concept, mention.view_span) in foreign
