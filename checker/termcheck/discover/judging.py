"""What speaks against a proposal: numbers, places, levels, opposites, and names that stand side by side."""

from collections import defaultdict
from collections.abc import Iterable

from termcheck.config import Settings
from termcheck.evidence import data
from termcheck.languages import language
from termcheck.languages.language import Language
from termcheck.languages.tags import related
from termcheck.languages.tokens import tokenize
from termcheck.matching.guards import HOME, names_differ
from termcheck.model import ANY_LANGUAGE, Glossary, Status, Term, TermType
from termcheck.verdicts import Verdict, Verdicts, form_key

_MOST_WORDS = 12
"""Of a form: what is longer is no name."""


class Judge:
    """Whether a form may be proposed for a concept."""

    def __init__(self, glossary: Glossary, settings: Settings, verdicts: Verdicts) -> None:
        """Index the glossary by form."""
        self._verdicts = verdicts
        self._source_lang = settings.source_lang
        self._languages = glossary.languages
        self.terms: dict[str, tuple[Term, ...]] = {concept.id: concept.terms for concept in glossary.concepts}
        self.listed: defaultdict[str, set[str]] = defaultdict(set)
        """Form -> concepts that have it, in any language and status."""
        for term in glossary.terms:
            for form in (term.text, *term.forms):
                self.listed[form_key(form)].add(term.concept)
        self.together: defaultdict[str, set[str]] = defaultdict(set)
        """Form -> concepts that stand beside it in one list, and so are other things."""

    def allows(self, concept: str, lang: str, form: str) -> bool:
        """Whether nothing speaks against the form: it is not listed, not decided, and no guard fires."""
        key = form_key(form)
        if key in self.listed or (concept, form) in self._verdicts or concept in self.together.get(key, ()):
            return False
        if not 0 < len(key.split()) <= _MOST_WORDS:
            return False
        terms = self.names_of(concept, lang)
        knowledge, home = language(lang), self.home(lang)
        return not all(names_differ(knowledge, _words(form), _words(term.text), home) for term in terms)

    def is_settled(self, form: str) -> bool:
        """Whether the editor has said where a form belongs, or that it is no new concept.

        That it is no form of some known concept leaves open what it is.
        """
        return any(
            one.concept not in self.terms or one.verdict not in (Verdict.NOT_A_VARIANT, Verdict.FALSE_ALARM)
            for one in self._verdicts.on(form)
        )

    def names_of(self, concept: str, lang: str) -> list[Term]:
        """The terms of a concept in a language, without abbreviations where there are others; approved ones first."""
        rows = [term for term in self.terms.get(concept, ()) if term.lang == ANY_LANGUAGE or related(term.lang, lang)]
        full = [term for term in rows if term.type is not TermType.ABBREVIATION] or rows
        approved = [term for term in full if term.status in (Status.PREFERRED, Status.ADMITTED)]
        return approved or full

    def tag(self, concept: str, lang: str) -> str:
        """The language tag that the glossary uses for a concept's terms in a language."""
        tags = [term.lang for term in self.names_of(concept, lang) if term.lang != ANY_LANGUAGE]
        return tags[0] if tags else lang

    def home(self, lang: str) -> frozenset[str]:
        """Words for the home country of the source language."""
        sources = (self._source_lang,) if self._source_lang else self._languages
        found = (HOME.get(tag.lower().split("-")[0]) for tag in sources if not related(tag, lang))
        return frozenset().union(*filter(None, found))

    def is_kin(self, concept: str, lang: str, form: str) -> bool:
        """Whether a form shares a word that says something with a term of the concept."""
        knowledge = language(lang)
        words = content(knowledge, _words(form))
        return any(words & content(knowledge, _words(term.text)) for term in self.names_of(concept, lang))


def content(knowledge: Language, words: Iterable[str]) -> set[str]:
    """The words that say something, each in its shortest inflected key."""
    return {
        min(knowledge.term_inflections(word, verb=False), key=lambda key: (len(key), key), default=word)
        for word in words
        if word not in knowledge.function_words and word not in data.GENERIC
    }


def _words(text: str) -> list[str]:
    return tokenize(text).words
