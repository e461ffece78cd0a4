"""The two languages of a format with terms and their translations."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termcheck.errors import Problem, UsageError
from termcheck.glossary.content import Options
from termcheck.glossary.standing import APPROVED
from termcheck.languages.tags import related
from termcheck.model import ANY_LANGUAGE, Status, Term

_ORDER = tuple(Status)


class Pair(NamedTuple):
    """A term and a translation of it; None for a term without one."""

    source: Term
    target: Term | None


def languages_of(terms: Sequence[Term], options: Options) -> tuple[str, str]:
    """The language of the terms and that of their translations; raises UsageError where they cannot be told."""
    langs = list(dict.fromkeys(term.lang for term in terms if term.lang != ANY_LANGUAGE))
    source, target = options.source_lang, options.lang
    if source and not target:
        others = [lang for lang in langs if not related(lang, source)]
        target = others[0] if len(others) == 1 else ""
    elif target and not source:
        others = [lang for lang in langs if not related(lang, target)]
        source = others[0] if len(others) == 1 else ""
    elif not source and len(langs) == 2:
        wrong = {term.lang for term in terms if term.status not in APPROVED}
        clean = [lang for lang in langs if lang not in wrong]
        source = clean[0] if len(clean) == 1 else langs[0]
        target = next(lang for lang in langs if lang != source)
    if source and target:
        return source, target
    raise UsageError(
        Problem(
            f"the format has two languages, and the glossary has {', '.join(langs) or 'none'}", "",
            "say with --source-lang and --lang which two are meant",
        )
    )  # fmt: skip


def pairs_of(terms: Sequence[Term], source: str, target: str) -> Iterator[Pair]:
    """Each concept's preferred source term with each of its translations, its admitted ones with the preferred one.

    Concepts without an approved source term in that language have no pair.
    """
    concepts: dict[str, list[Term]] = {}
    for term in terms:
        concepts.setdefault(term.concept, []).append(term)
    for rows in concepts.values():
        sources = sorted((one for one in rows if one.lang == source and one.status in APPROVED), key=_rank)
        targets = sorted((one for one in rows if one.lang == target), key=_rank)
        for place, one in enumerate(sources):
            if place == 0 and not targets:
                yield Pair(one, None)
            yield from (Pair(one, other) for other in (targets if place == 0 else targets[:1]))


def _rank(term: Term) -> int:
    return _ORDER.index(term.status)
