"""An approved term in the wrong letters, capital or small.

Purpose
    GitHub is no "Github", and the name of a body is written with capitals.

When it fires
    A term whose row is case-sensitive and that is no abbreviation stands there in other letters: a warning. A name
    stands there in small letters: a hint. A name is a term whose preferred form has a capital in every word but the
    small ones (of, the, and).

What it does not flag
    Capitals that the place demands: start of a sentence, headings in title case, ALL CAPITALS. Capitals on a common
    noun ("Network Culture" for "network culture"). Abbreviations ("it" is not IT). Deprecated and forbidden terms,
    which have rules of their own.

How to configure or silence
    `case = insensitive` in the term's row; an `admitted` row for the other spelling; `rules = {wrong-case = "off"}`;
    one place with `<!-- termcheck-disable-next-line concept -->`.

For example
    The glossary prefers "GitHub" and "Central Cyberspace Administration".

    Flagged: The code is on Github.
    Not flagged: THE CENTRAL CYBERSPACE ADMINISTRATION
"""

from collections.abc import Iterable

from termcheck.findings import at_mention, lowered, preferred_text, quoted, suggestion_for
from termcheck.model import (
    Article,
    ArticleRule,
    CaseFit,
    Finding,
    Mention,
    Renderings,
    Role,
    Severity,
    Standing,
    Term,
    TermType,
)

_ID = "wrong-case"
_LONGEST_SMALL_WORD = 3
_SMALL_WORDS = frozenset(
    {"with", "from", "into", "over", "upon", "between", "dans", "pour", "avec", "sous", "para", "sobre"}
)
"""Words without a capital in names, beside those of up to three letters."""


def _find(article: Article, mentions: tuple[Mention, ...], renderings: Renderings) -> Iterable[Finding]:
    for mention in mentions:
        severity = _severity(mention, renderings)
        if severity is None:
            continue
        suggestion = suggestion_for(mention, mention.term, article)
        yield at_mention(
            _ID,
            lowered(severity, mention),
            article,
            mention,
            f"{quoted(mention.text)} is written {quoted(suggestion or mention.term.text)}",
            preferred=preferred_text(mention, renderings),
            suggestion=suggestion,
        )


def _severity(mention: Mention, renderings: Renderings) -> Severity | None:
    if (
        mention.role is not Role.WINNER
        or mention.standing is not Standing.APPROVED
        or not mention.method.is_listed
        or mention.case is not CaseFit.DIFFERENT
        or mention.term.type is TermType.ABBREVIATION
    ):
        return None
    if mention.term.case_sensitive:
        return Severity.WARNING
    preferred: Term = renderings.preferred.get(mention.concept) or mention.term
    if _is_name(preferred.text) and _is_name(mention.term.text) and _lacks_capital(mention.text, mention.term.text):
        return Severity.HINT
    return None


def _is_name(text: str) -> bool:
    """Whether each content word has a capital; scripts without capitals have no names in this sense."""
    content = [word for word in _words(text) if not _is_small(word)]
    return bool(content) and all(any(char.isupper() for char in word) for word in content)


def _lacks_capital(text: str, term: str) -> bool:
    """Whether a word of the mention begins with a small letter where the term's word has a capital."""
    found, listed = _words(text), _words(term)
    if len(found) != len(listed):
        return text.islower()
    return any(ours[0].islower() and theirs[0].isupper() for ours, theirs in zip(found, listed, strict=True))


def _words(text: str) -> list[str]:
    return [word for word in text.replace("-", " ").split() if word[0].isalpha()]


def _is_small(word: str) -> bool:
    return word.islower() and (len(word) <= _LONGEST_SMALL_WORD or word in _SMALL_WORDS)


def _concerns(mention: Mention) -> bool:
    return mention.case is CaseFit.DIFFERENT


RULE = ArticleRule(_ID, Severity.WARNING, __doc__, _find, concerns=_concerns)
