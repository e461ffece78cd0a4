"""What differs between two glossaries, as text and as JSON."""

from collections.abc import Iterator

from termcheck.glossary.comparing import ConceptChange, Difference
from termcheck.glossary.content import cells_of
from termcheck.model import Term
from termcheck.reports.summary import number

_VERSION = 1
_LONGEST = 60


def render_text(found: Difference) -> str:
    """One block a concept: ``+`` is only in the new glossary, ``-`` in the old one, ``~`` in both and different.

    The sums stand below.
    """
    lines: list[str] = []
    for concept in found.removed:
        lines.append(f"- {concept.id}")
        lines.extend(f"    - {_shown(term)}" for term in concept.terms)
    for concept in found.added:
        lines.append(f"+ {concept.id}")
        lines.extend(f"    + {_shown(term)}" for term in concept.terms)
    for change in found.changed:
        lines.append(f"~ {change.id}")
        lines.extend(_changes(change))
    if not found:
        return "The glossaries say the same.\n"
    counts = f"{len(found.added):,} added, {len(found.removed):,} removed, {len(found.changed):,} changed"
    total = len(found.added) + len(found.removed) + len(found.changed)
    return "".join(f"{line}\n" for line in (*lines, "", f"{number(total, 'concept')}: {counts}."))


def _changes(change: ConceptChange) -> Iterator[str]:
    yield from (f"    - {_shown(term)}" for term in change.removed)
    yield from (f"    + {_shown(term)}" for term in change.added)
    for one in change.changed:
        yield f"    ~ {_shown(one.before)}"
        yield from (f"        {field.field}: {_cell(field.before)} → {_cell(field.after)}" for field in one.fields)


def _shown(term: Term) -> str:
    return f"{term.lang} “{term.text}” ({term.status})"


def _cell(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…") or "(empty)"


def render_json(found: Difference) -> str:
    """The same for programs, with whole cells."""
    import json

    data = {
        "version": _VERSION,
        "added": [{"concept": one.id, "terms": [cells_of(term) for term in one.terms]} for one in found.added],
        "removed": [{"concept": one.id, "terms": [cells_of(term) for term in one.terms]} for one in found.removed],
        "changed": [
            {
                "concept": change.id,
                "added": [cells_of(term) for term in change.added],
                "removed": [cells_of(term) for term in change.removed],
                "changed": [
                    {
                        "lang": one.before.lang,
                        "term": one.before.text,
                        "fields": {field.field: [field.before, field.after] for field in one.fields},
                    }
                    for one in change.changed
                ],
            }
            for change in found.changed
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
