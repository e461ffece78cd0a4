"""What a search over a corpus proposes, and the evidence for it."""

from msgspec import Struct

from termcheck.evidence.kinds import Kind, Quote


class Evidence(Struct, frozen=True):
    """One reason to take two names for one thing."""

    kind: Kind
    why: str
    """One phrase for an editor."""
    quotes: tuple[Quote, ...]
    """The sentence with the proposed name first, then, where there is one, the one that it is compared with."""


class Proposal(Struct, frozen=True):
    """A form that may be a rendering of a concept."""

    concept: str
    lang: str
    form: str
    count: int
    articles: tuple[tuple[str, int], ...]
    """(path, times), by path."""
    confidence: float
    evidence: tuple[Evidence, ...]
    """Strongest first; at least one."""
    evidence_count: int = 1
    """How many pieces there are; only some of them are kept."""


class Group(Struct, frozen=True):
    """Recurring names that look like one concept, which the glossary does not have."""

    concept: str
    """An id made of the most frequent name."""
    lang: str
    forms: tuple[Proposal, ...]
    """Most frequent first."""


class WordPair(Struct, frozen=True):
    """Two words that only terms of the glossary take for one, and that renderings were found by."""

    words: tuple[str, str]
    """In order."""
    taught_by: tuple[str, ...]
    """Concepts that show it."""
    lang: str
    count: int
    """Of the mentions that rest on it."""
    quotes: tuple[Quote, ...]
    """Some of them."""

    @property
    def form(self) -> str:
        """As a decision names it."""
        return " = ".join(self.words)


class Discoveries(Struct, frozen=True):
    """All that a corpus shows."""

    renderings: tuple[Proposal, ...]
    """Surest first within a concept, concepts by id."""
    groups: tuple[Group, ...]
    """Most frequent first."""
    words: tuple[WordPair, ...] = ()
    """Most frequent first."""
