"""Names right before a bracket that holds the source term or the abbreviation of a concept."""

from collections.abc import Callable, Iterator, Sequence

from termcheck.matching.brackets import brackets_in
from termcheck.matching.candidates import Candidate
from termcheck.matching.guards import left_over_excludes
from termcheck.matching.text import Text
from termcheck.matching.unlisted.compiled import bracket_key
from termcheck.matching.unlisted.names import HOME, Name, Token
from termcheck.matching.unlisted.resources import Resources
from termcheck.matching.unlisted.spans import pieces, run_around, tokens_at
from termcheck.model import CaseFit, Method, Standing, Term

_CONFIDENCE = 0.95
_REACH = 12
"""Tokens before a bracket that may be the name."""


def find_beside_brackets(
    text: Text,
    resources: Resources,
    standing_of: Callable[[Term], Standing | None],
    listed: Sequence[Candidate],
) -> Iterator[Candidate]:
    """Names with capitals that share a word with the concept that the bracket behind them names."""
    by_end: dict[int, int] = {}
    for bracket in brackets_in(text.view):
        by_end = by_end or {end: place for place, end in enumerate(text.ends)}
        place = by_end.get(bracket.opens_at)
        if place is None:
            continue
        for part in bracket.parts():
            named = resources.keyed(bracket_key(part))
            if len(named) == 1:
                concept = named[0]
                found = _name_before(text, place, resources, concept, standing_of, part)
                if found and not any(_meets(one, found) for one in listed):
                    yield found
                break


def _meets(one: Candidate, other: Candidate) -> bool:
    """Whether a listed form stands where a name does, or is its end."""
    same = one.pattern.term.concept == other.pattern.term.concept
    return one.start < other.end and other.start < one.end and (same or one.end == other.end)


def _name_before(
    text: Text,
    place: int,
    resources: Resources,
    concept: str,
    standing_of: Callable[[Term], Standing | None],
    part: str,
) -> Candidate | None:
    first, last = max(pieces(text, max(0, place - _REACH), place + 1))
    tokens = tokens_at(text, (first, last), resources)
    if not tokens or tokens[-1].last != place or not tokens[-1].capital:
        return None
    begin, _ = run_around(text, tokens, len(tokens) - 1, len(tokens) - 1, resources.language)
    begin = _through_of(text, tokens, begin, resources)
    name = _shares_word(resources, tokens[begin:], concept, standing_of)
    if name is None or len(tokens) - begin < 2:
        return None
    reason = f"“{part}” beside it is a term of {concept}, and it shares a word with “{name.pattern.surface}”"
    return Candidate(
        name.pattern, Standing.APPROVED, text.starts[tokens[begin].first], text.ends[place], Method.UNLISTED,
        CaseFit.SAME, 4, _CONFIDENCE, reason,
    )  # fmt: skip


def _through_of(text: Text, tokens: Sequence[Token], begin: int, resources: Resources) -> int:
    """Where a name begins that goes on with "of": Office of the Cyberspace Commission."""
    while begin > 0 and tokens[begin - 1].capital:
        between = text.words[tokens[begin - 1].last + 1 : tokens[begin].first]
        if not between or any(word not in {"of", "for", "the"} for word in between):
            break
        begin, _ = run_around(text, tokens, begin - 1, begin - 1, resources.language)
    return begin


def _shares_word(
    resources: Resources, tokens: Sequence[Token], concept: str, standing_of: Callable[[Term], Standing | None]
) -> Name | None:
    """A name of the concept that shares a word that says something with the tokens."""
    for name in resources.names_of(concept):
        if name.is_proper and standing_of(name.pattern.term) is Standing.APPROVED:
            alike = [
                (token, other)
                for token in tokens
                for other in name.tokens
                if resources.similarity.of(token.lemma, other.lemma).value
            ]
            shares = any(token.is_core and other.is_core for token, other in alike)
            if shares and not _differ(resources, tokens, name, alike):
                return name
    return None


def _differ(resources: Resources, tokens: Sequence[Token], name: Name, alike: Sequence[tuple[Token, Token]]) -> bool:
    """Whether the guards keep the two apart: California Cyberspace Academy (CCA)."""
    matched, others = {one.lemma for one, _ in alike}, {other.lemma for _, other in alike}
    one = {token.lemma for token in tokens} - matched - {HOME}
    other = {token.lemma for token in name.tokens} - others - {HOME}
    return left_over_excludes(resources.language, one - other, other - one)
