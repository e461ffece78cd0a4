"""From an article and the compiled glossary to mentions."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from termcheck.config import Settings, severity_for
from termcheck.glossary.standing import standing
from termcheck.languages.folding import fold
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.matching.candidates import Candidate
from termcheck.matching.characters import find_spaceless
from termcheck.matching.compounds import find_in_compounds
from termcheck.matching.evidence import weigh
from termcheck.matching.guards import HOME
from termcheck.matching.index import TermIndex
from termcheck.matching.listed import StandingOf, find_listed
from termcheck.matching.loose import find_loose
from termcheck.matching.occurrences import Occurrences
from termcheck.matching.overlaps import Resolved, resolve
from termcheck.matching.screen.screened import Screened, can_screen
from termcheck.matching.screen.spots import find_places, places_of
from termcheck.matching.text import Text, compared_words, text_of
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
    if not compiled.patterns or (screened is not None and not screened.windows and not is_searched):
        return ()
    knowledge = compiled.language
    windows = screened.windows if screened else None
    text = text_of(article, knowledge) if windows is None else Text(article, knowledge, windows)
    standing_of = _standing_in(article)
    places = find_places(text, compiled) if screened is None else places_of(screened.spots, text, compiled)
    occurrences = Occurrences(text, compiled, places)
    listed = find_listed(text, compiled, standing_of, occurrences)
    candidates, unmeant = _meant(listed, text, knowledge)
    home = home_words(index, settings, article.lang) if occurrences.places or is_searched else frozenset()
    loose = [*find_loose(text, compiled, standing_of, home, occurrences)]
    if screened is None:
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
    weighed = weigh(candidates, article, index, settings.source_lang)
    return tuple(_mention(one, article) for one in resolve(weighed))


def find_rows(article: Article, index: TermIndex, settings: Settings) -> tuple[Mention, ...]:
    """The mentions that rows list, misspelt, altered and unlisted ones left out: which rows can be found at all.

    A candidate that is not listed never removes one that is, so that these are the same as among all mentions.
    """
    compiled = index.for_language(article.lang) if article.lang else None
    if compiled is None or not compiled.patterns:
        return ()
    text = Text(article, compiled.language)
    occurrences = Occurrences(text, compiled, find_places(text, compiled))
    listed = find_listed(text, compiled, _standing_in(article), occurrences)
    candidates, _ = _meant(listed, text, compiled.language)
    weighed = weigh(candidates, article, index, settings.source_lang)
    return tuple(_mention(one, article) for one in resolve(weighed))


def find_listed_mentions(article: Article, index: TermIndex, screened: Screened | None = None) -> tuple[Mention, ...]:
    """The mentions that ``find_mentions`` would find by listed forms, by start, then longer first."""
    compiled = index.for_language(article.lang or "und")
    if not compiled.patterns or (screened is not None and not screened.windows):
        return ()
    text = Text(article, compiled.language, screened.windows if screened else None)
    places = find_places(text, compiled) if screened is None else places_of(screened.spots, text, compiled)
    listed = find_listed(text, compiled, _standing_in(article), Occurrences(text, compiled, places))
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
            for number, screened in zip(numbers, screen(views, compiled), strict=True):
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


def _meant(listed: Iterator[Candidate], text: Text, language: Language) -> tuple[list[Candidate], list[Candidate]]:
    """Listed candidates, and those whose row says with ``not_when`` that it is not meant there."""
    meant: list[Candidate] = []
    unmeant: list[Candidate] = []
    for one in listed:
        (unmeant if one.pattern.term.not_when and _is_excluded(one, text, language) else meant).append(one)
    return meant, unmeant


def _covers(loose: Candidate, unmeant: Sequence[Candidate]) -> bool:
    """Whether a candidate that no row lists lies over one of its concept that is not meant: nor is this one."""
    concept = loose.pattern.term.concept
    return any(
        one.pattern.term.concept == concept and one.start < loose.end and loose.start < one.end for one in unmeant
    )


def _is_excluded(candidate: Candidate, text: Text, language: Language) -> bool:
    """Whether one of the row's ``not_when`` phrases stands in the same sentence, as written or inflected."""
    phrases = candidate.pattern.term.not_when
    if not phrases:
        return False
    sentence = f" {' '.join(fold(text.sentence_text(candidate.start)).split())} "
    if any(_stands_in(" ".join(fold(phrase).split()), sentence) for phrase in phrases):
        return True
    return any(_stands_inflected(compared_words(phrase, language), candidate, text, language) for phrase in phrases)


def _stands_inflected(phrase: Sequence[str], candidate: Candidate, text: Text, language: Language) -> bool:
    """Whether the words of a phrase, each perhaps in another form, stand in the sentence and not in the mention."""
    wanted = [set(language.term_inflections(word, verb=False)) for word in phrase]
    present = text.sentence_keys(candidate.start, language)
    if not wanted or any(keys.isdisjoint(present) for keys in wanted):
        return False
    first, last = text.sentence_at(candidate.start)
    for at in range(first, last - len(wanted) + 1):
        inside = candidate.start <= text.starts[at] and text.ends[at + len(wanted) - 1] <= candidate.end
        stretch = text.words[at : at + len(wanted)]
        fits = (not keys.isdisjoint(language.inflections(word)) for keys, word in zip(wanted, stretch, strict=True))
        if not inside and all(fits):
            return True
    return False


def _stands_in(phrase: str, sentence: str) -> bool:
    """Whether a folded phrase stands in a folded sentence, at word edges where it begins and ends with letters."""
    at = sentence.find(phrase)
    while at >= 0:
        before, after = sentence[at - 1 : at], sentence[at + len(phrase) : at + len(phrase) + 1]
        open_before = not (before.isalnum() and phrase[:1].isalnum()) or phrase[:1] > "\u2e80"
        open_after = not (after.isalnum() and phrase[-1:].isalnum()) or phrase[-1:] > "\u2e80"
        if open_before and open_after:
            return True
        at = sentence.find(phrase, at + 1)
    return False


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
        related=tuple(article.view.to_file(Span(other.start, other.end)) for other in one.related),
    )
