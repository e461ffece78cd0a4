"""From an article and the compiled glossary to mentions."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import itemgetter

from termcheck.config import Settings, severity_for
from termcheck.glossary.standing import standing
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.matching.candidates import Candidate
from termcheck.matching.compounds import find_in_compounds
from termcheck.matching.evidence import weigh
from termcheck.matching.guards import HOME
from termcheck.matching.index import LanguageIndex, TermIndex
from termcheck.matching.listed import StandingOf, find_as_listed, find_listed
from termcheck.matching.loose import find_loose
from termcheck.matching.occurrences import Occurrences
from termcheck.matching.overlaps import Resolved, resolve
from termcheck.matching.screen.screened import Screened, can_screen
from termcheck.matching.screen.spots import find_places, places_of
from termcheck.matching.text import Text, text_of
from termcheck.model import Article, Mention, Renderings, Severity, Span, Standing, Status, Term

UNLISTED_RENDERING = "unlisted-rendering"
"""The rule for which unlisted renderings are looked for: where it is off, articles do not pay for it."""
_SEARCHED = frozenset(("da", "de", "en", "nb", "nl", "sv"))
"""Languages that have unlisted renderings."""
_FEWEST_CHARACTERS = 100_000
"""Of several articles together, from which on screening them at once saves more than loading numpy costs."""
_FEWEST_BESIDES = 10_000
"""The same where it is loaded."""


def looks_for_unlisted(path: str, settings: Settings) -> bool:
    """Whether the rule for unlisted renderings is on for an article."""
    return severity_for(UNLISTED_RENDERING, path, settings, Severity.WARNING) is not None


def find_mentions(
    article: Article, index: TermIndex, settings: Settings, screened: Screened | None = None
) -> tuple[Mention, ...]:
    """Every mention of every concept in an article whose language is chosen, by start, then longer first.

    ``screened``: what ``screen_articles`` says of it.
    """
    if not article.lang:
        return ()
    compiled = index.for_language(article.lang)
    is_searched = compiled.language.code in _SEARCHED and looks_for_unlisted(article.path, settings)
    if not compiled.patterns or (screened is not None and not screened.has_any and not is_searched):
        return ()
    knowledge = compiled.language
    standing_of = _standing_in(article)
    if screened is not None and not screened.windows and not is_searched:
        told = find_as_listed(article.view.text, screened.as_listed, compiled, standing_of)
        return _mentions([one for _, one in told], article, index, settings)
    text, occurrences = _prepared(article, compiled, screened)
    listed = _listed(text, compiled, standing_of, occurrences, screened)
    candidates, unmeant = _meant(listed, text, knowledge)
    home = home_words(index, settings, article.lang) if occurrences.places or is_searched else frozenset()
    loose = [*find_loose(text, compiled, standing_of, home, occurrences)]
    if screened is None:
        if compiled.bigrams:
            from termcheck.matching.characters import find_spaceless  # few texts are in such scripts

            loose += find_spaceless(text, compiled, standing_of)
        loose += find_in_compounds(text, compiled, standing_of)
    if is_searched:
        from termcheck.matching.unlisted import confirmed, find_unlisted, resources_of

        text = text if screened is None else text_of(article, knowledge)
        ask = partial(resources_of, compiled, index.glossary, home, index.cache, settings.told)
        loose += find_unlisted(text, compiled, standing_of, candidates, ask)
        loose = confirmed(loose)
        if settings.embeddings and compiled.language.code == "en":
            from termcheck.matching.unlisted.by_meaning import find_by_meaning

            loose += find_by_meaning(text, ask(), standing_of, [*candidates, *loose])
    if loose:
        sure = (one for one in loose if one.confidence >= settings.min_confidence and not _covers(one, unmeant))
        candidates += [one for one in sure if not _is_excluded(one, text, knowledge)]
    return _mentions(candidates, article, index, settings)


def _mentions(
    candidates: Sequence[Candidate], article: Article, index: TermIndex, settings: Settings
) -> tuple[Mention, ...]:
    """The mentions that some candidates make, in the light of what stands beside them."""
    weighed = weigh(candidates, article, index, settings.source_lang)
    return tuple([_mention(one, article) for one in resolve(weighed)])


def _prepared(article: Article, compiled: LanguageIndex, screened: Screened | None) -> tuple[Text, Occurrences]:
    """The text of an article as far as it must be compared, and where patterns may stand in it."""
    if screened is None:
        text = text_of(article, compiled.language)
        return text, Occurrences(text, compiled, find_places(text, compiled))
    text = Text(article, compiled.language, screened.windows)
    return text, Occurrences(text, compiled, places_of(screened.spots, text, compiled))


def _listed(
    text: Text, compiled: LanguageIndex, standing_of: StandingOf, occurrences: Occurrences, screened: Screened | None
) -> Iterable[Candidate]:
    """The listed forms in a text, in the order of their patterns."""
    found: Iterable[tuple[int, Candidate]] = find_listed(text, compiled, standing_of, occurrences)
    if screened is not None and screened.as_listed:
        told = find_as_listed(text.view, screened.as_listed, compiled, standing_of)
        found = sorted((*told, *found), key=itemgetter(0)) if screened.windows else told
    return map(itemgetter(1), found)


def find_rows(article: Article, index: TermIndex, settings: Settings) -> tuple[Mention, ...]:
    """The mentions that rows list, misspelt, altered and unlisted ones left out: which rows can be found at all.

    A candidate that is not listed never removes one that is, so that these are the same as among all mentions.
    """
    compiled = index.for_language(article.lang) if article.lang else None
    if compiled is None or not compiled.patterns:
        return ()
    text, occurrences = _prepared(article, compiled, None)
    listed = _listed(text, compiled, _standing_in(article), occurrences, None)
    candidates, _ = _meant(listed, text, compiled.language)
    return _mentions(candidates, article, index, settings)


def find_listed_mentions(article: Article, index: TermIndex, screened: Screened | None = None) -> tuple[Mention, ...]:
    """The mentions that ``find_mentions`` would find by listed forms, by start, then longer first."""
    compiled = index.for_language(article.lang or "und")
    if not compiled.patterns or (screened is not None and not screened.has_any):
        return ()
    text, occurrences = _prepared(article, compiled, screened)
    listed = _listed(text, compiled, _standing_in(article), occurrences, screened)
    candidates = [one for one in listed if not _is_excluded(one, text, compiled.language)]
    return tuple(_mention(one, article) for one in resolve(candidates))


def screen_articles(articles: Sequence[Article], index: TermIndex) -> list[Screened | None]:
    """What is to be compared in each of some articles: nothing where ``windows`` is empty, all of it where it is None.

    For few articles that would cost more than it saves, so that none of them is screened.
    """
    found: list[Screened | None] = [None] * len(articles)
    fewest = _FEWEST_BESIDES if "numpy" in sys.modules else _FEWEST_CHARACTERS
    if sum(len(article.view.text) for article in articles) < fewest:
        return found
    by_language: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        if article.lang and not article.parts:
            by_language.setdefault(article.lang, []).append(number)
    for lang, numbers in by_language.items():
        compiled = index.for_language(lang)
        if compiled.patterns and can_screen(compiled.language):
            from termcheck.matching.screen.articles import screen  # numpy is loaded only where it pays

            views = [articles[number].view.text for number in numbers]
            protected = [articles[number].protected for number in numbers]
            for number, screened in zip(numbers, screen(views, protected, compiled), strict=True):
                found[number] = screened
    return found


def renderings_for(article: Article, index: TermIndex) -> Renderings:
    """The approved terms that hold for an article."""
    terms = index.for_language(article.lang or "und").terms
    approved = _Approved(terms, _standing_in(article))
    return Renderings(_Preferred(approved), approved)


class _Approved(Mapping[str, tuple[Term, ...]]):
    """Concept id -> its approved terms, preferred first; weighed when asked for, as few of many concepts are."""

    def __init__(self, terms: Mapping[str, tuple[Term, ...]], standing_of: StandingOf) -> None:
        self._terms = terms
        self._standing_of = standing_of
        self._known: dict[str, tuple[Term, ...]] = {}

    def __getitem__(self, concept: str) -> tuple[Term, ...]:
        known = self._known.get(concept)
        if known is None:
            held = [term for term in self._terms.get(concept, ()) if self._standing_of(term) is Standing.APPROVED]
            if len(held) > 1:
                held.sort(key=lambda term: term.status is not Status.PREFERRED)
            known = self._known[concept] = tuple(held)
        if not known:
            raise KeyError(concept)
        return known

    def __iter__(self) -> Iterator[str]:
        return (concept for concept in self._terms if concept in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Preferred(Mapping[str, Term]):
    """Concept id -> its preferred term, where it has one that holds."""

    def __init__(self, approved: _Approved) -> None:
        self._approved = approved

    def __getitem__(self, concept: str) -> Term:
        first = self._approved[concept][0]
        if first.status is not Status.PREFERRED:
            raise KeyError(concept)
        return first

    def __iter__(self) -> Iterator[str]:
        return (concept for concept in self._approved if concept in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _standing_in(article: Article) -> StandingOf:
    known: dict[int, tuple[Standing | None, Term]] = {}
    """By identity of the row, which is kept, so that no other one can come to have it."""

    def standing_of(term: Term) -> Standing | None:
        found = known.get(id(term))
        if found is None:
            found = known[id(term)] = standing(term, article.date, article.path), term
        return found[0]

    return standing_of


def home_words(index: TermIndex, settings: Settings, lang: str) -> frozenset[str]:
    """Words for the home country of the source language: the named one, else the glossary's other languages."""
    sources = (settings.source_lang,) if settings.source_lang else index.languages
    tags = [tag for tag in sources if not related(tag, lang)]
    return frozenset().union(*(HOME.get(tag.lower().split("-")[0], frozenset()) for tag in tags))


def _meant(listed: Iterable[Candidate], text: Text, language: Language) -> tuple[list[Candidate], list[Candidate]]:
    """Listed candidates, and those whose row says with ``not_when`` that it is not meant there."""
    meant: list[Candidate] = []
    unmeant: list[Candidate] = []
    for one in listed:
        (unmeant if _is_excluded(one, text, language) else meant).append(one)
    return meant, unmeant


def _covers(loose: Candidate, unmeant: Sequence[Candidate]) -> bool:
    """Whether a candidate that no row lists lies over one of its concept that is not meant: nor is this one."""
    concept = loose.pattern.term.concept
    return any(
        one.pattern.term.concept == concept and one.start < loose.end and loose.start < one.end for one in unmeant
    )


def _is_excluded(candidate: Candidate, text: Text, language: Language) -> bool:
    """Whether one of the row's ``not_when`` phrases stands in the same sentence."""
    if not candidate.pattern.term.not_when:
        return False
    from termcheck.matching.not_when import is_excluded  # few rows have such phrases

    return is_excluded(candidate, text, language)


def _mention(one: Resolved, article: Article) -> Mention:
    candidate = one.candidate
    view_span = Span(candidate.start, candidate.end)
    return Mention(
        concept=candidate.pattern.term.concept,
        term=candidate.pattern.term,
        standing=candidate.standing,
        span=article.view.to_file(view_span),
        view_span=view_span,
        text=" ".join(article.view.text[candidate.start : candidate.end].split()),
        method=candidate.method,
        confidence=candidate.confidence,
        case=candidate.case,
        role=one.role,
        reason=candidate.reason,
        doubtful=candidate.doubtful,
        lang=article.lang,
        related=tuple([article.view.to_file(Span(other.start, other.end)) for other in one.related]),
    )
