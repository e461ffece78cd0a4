"""What an editor shows of a concept when the pointer rests on one of its names."""

from collections.abc import Iterable, Iterator

from termcheck.languages.tags import related
from termcheck.model import Concept, Finding, Mention, Status, Term

_SPECIAL = "\\`*_{}[]()#+-.!|<>~&"


def hover_text(concept: Concept, mention: Mention, findings: Iterable[Finding]) -> str:
    """Markdown: the concept with its source term and renderings, why the name was recognised, what is wrong with it.

    Nothing from a glossary or an article is taken as markup.
    """
    lang = mention.lang or mention.term.lang
    return "\n\n".join(filter(None, (*_head(concept, lang), _table(concept, lang), *_why(mention, findings))))


def _head(concept: Concept, lang: str) -> Iterator[str]:
    sources = dict.fromkeys(term.text for term in concept.terms if not related(term.lang, lang))
    title = f"**{escaped(concept.id)}**"
    yield f"{title} · {' / '.join(map(escaped, sources))}" if sources else title
    yield from dict.fromkeys(escaped(term.definition) for term in concept.terms if term.definition)


def _table(concept: Concept, lang: str) -> str:
    order = list(Status)
    rows = [term for term in concept.terms if related(term.lang, lang)]
    rows.sort(key=lambda term: order.index(term.status))
    return "\n".join(_row(term) for term in rows)


def _row(term: Term) -> str:
    dates = [
        f"from {term.valid_from}" if term.valid_from else "",
        f"until {term.valid_until}" if term.valid_until else "",
    ]
    details = [term.status.value, *filter(None, dates)]
    note = f": {escaped(term.note)}" if term.note else ""
    return f"- {escaped(term.text)} ({escaped(', '.join(details))}){note}"


def _why(mention: Mention, findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        yield f"{finding.severity.value.capitalize()}: {escaped(finding.message)} ({escaped(finding.rule)})"
    yield f"Recognised: {escaped(mention.reason)} (confidence {mention.confidence:.2f})"


def escaped(text: str) -> str:
    """A text in one line as Markdown that shows it as it stands."""
    return "".join(f"\\{char}" if char in _SPECIAL else char for char in " ".join(text.split()))
