"""What a glossary covers: concepts by domain, languages, attested renderings, renderings by status.

A preferred rendering is *attested* where its note begins with ``Attested:`` and names the text in which it was seen,
*not verified* where it begins with ``Not verified:`` and names a text that nobody looked up, *not attested* where it
begins with ``Not attested:``; of any other the glossary does not say.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from termcheck.languages.tags import related
from termcheck.model import ANY_LANGUAGE, Concept, Glossary, Status, Term

ATTESTED = "Attested:"
NOT_VERIFIED = "Not verified:"
NOT_ATTESTED = "Not attested:"


class Domain(Struct, frozen=True):
    """What the glossary has of one field, or of all of them."""

    domain: str
    """The column ``domain`` of a concept's first row that has one, else the name of its file; ``total`` for all."""
    concepts: int
    preferred: int
    """Preferred renderings: at most one for a concept and language, without the source language."""
    attested: int
    not_verified: int
    not_attested: int
    unsaid: int
    """Preferred renderings whose note says none of these."""
    renderings: Mapping[str, int]
    """Status -> renderings in languages other than the source language, every status, in the order of the manual."""

    @property
    def share(self) -> float | None:
        """Attested among the preferred renderings, 0 to 1; None where there is none."""
        return self.attested / self.preferred if self.preferred else None


class Coverage(Struct, frozen=True):
    """What a glossary covers."""

    terms: int
    languages: Mapping[str, int]
    """Language tag as written -> rows, by tag."""
    domains: tuple[Domain, ...]
    """By name."""
    total: Domain


def coverage(glossary: Glossary, source_lang: str | None) -> Coverage:
    """Count what a glossary has; without ``source_lang`` every language is one of renderings."""
    by_domain: dict[str, list[Concept]] = {}
    for concept in glossary.concepts:
        by_domain.setdefault(_domain(concept), []).append(concept)
    languages = Counter(term.lang for term in glossary.terms)
    return Coverage(
        len(glossary.terms),
        {lang: languages[lang] for lang in sorted(languages)},
        tuple(_counted(name, by_domain[name], source_lang) for name in sorted(by_domain)),
        _counted("total", glossary.concepts, source_lang),
    )


def _domain(concept: Concept) -> str:
    named = (term.domain for term in concept.terms if term.domain)
    return next(named, PurePosixPath(concept.terms[0].place.file).stem)


def _counted(name: str, concepts: Iterable[Concept], source_lang: str | None) -> Domain:
    concepts = tuple(concepts)
    renderings = [term for concept in concepts for term in concept.terms if not _is_source(term, source_lang)]
    preferred = [term for term in renderings if term.status is Status.PREFERRED]
    attested = sum(term.note.startswith(ATTESTED) for term in preferred)
    named = sum(term.note.startswith(NOT_VERIFIED) for term in preferred)
    denied = sum(term.note.startswith(NOT_ATTESTED) for term in preferred)
    by_status = Counter(term.status for term in renderings)
    return Domain(
        name,
        len(concepts),
        len(preferred),
        attested,
        named,
        denied,
        len(preferred) - attested - named - denied,
        {status.value: by_status[status] for status in Status},
    )


def _is_source(term: Term, source_lang: str | None) -> bool:
    if source_lang is None or term.lang == ANY_LANGUAGE:
        return False
    return related(term.lang, source_lang) or related(source_lang, term.lang)
