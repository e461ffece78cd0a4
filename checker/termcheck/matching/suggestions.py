"""Suggestions: exactly what may replace a mention, inflected and cased as its place demands."""

from termcheck.languages import language
from termcheck.languages.folding import plain_letters
from termcheck.languages.language import Language
from termcheck.matching.near import edit_distance
from termcheck.matching.text import compared_words, shortens, words_of_term
from termcheck.model import BLOCK_BREAK, Article, CaseFit, Mention, Method, RegionKind, Term

_INFLECTED = frozenset((Method.INFLECTED, Method.NEAR))
"""How mentions were recognised that may be in another form than their term."""
_SENTENCE_END = ".!?…"
_OPENING = "\"“„«‘'(（[「『•*#\t"
_AROUND = 200
"""Characters on each side of a mention that tell how its text is written."""


def suggest(mention: Mention, target: Term, article: Article) -> str | None:
    """``target`` in the form in which it may replace the mention's slice; None when unsure."""
    knowledge = language(article.lang or "und")
    text = _inflected(mention, target, knowledge)
    if text is not None:
        text = knowledge.adapt(text, mention.text, _around(mention, article))
    if text is None or _breaks_possessive(text, mention, article) or _is_part_of_word(text, mention, article):
        return None
    return _cased(text, target, mention, article, knowledge)


def _around(mention: Mention, article: Article) -> str:
    start, end = mention.view_span
    return article.view.text[max(0, start - _AROUND) : end + _AROUND]


def _is_part_of_word(text: str, mention: Mention, article: Article) -> bool:
    """Whether the mention is a part of a compound, for which another one would need its own joint."""
    view, span = article.view.text, mention.view_span
    before, after = view[max(0, span.start - 2) : span.start], view[span.end : span.end + 2]
    if mention.method is Method.ALTERED and (before[-1:].isalpha() or after[:1].isalpha()):
        return True
    hyphened = (before[1:] == "-" and before[:1].isalpha()) or (after[:1] == "-" and after[1:].isalpha())
    return hyphened and " " in text and " " not in mention.text


def _breaks_possessive(text: str, mention: Mention, article: Article) -> bool:
    """Whether an apostrophe alone follows, which would be wrong after a word that does not end in s."""
    following = article.view.text[mention.view_span.end : mention.view_span.end + 2]
    alone = following[:1] in {"'", "’"} and not following[1:].isalpha()
    return alone and mention.text[-1:].lower() == "s" and text[-1:].lower() != "s"


def _inflected(mention: Mention, target: Term, knowledge: Language) -> str | None:
    if mention.method not in _INFLECTED:
        return target.text
    observed = compared_words(mention.text, knowledge)
    matched = words_of_term(mention.term.text, knowledge)
    if mention.method is Method.INFLECTED:
        return knowledge.inflect_like(target.text, observed, matched)
    if "".join(observed) == "".join(matched) + "s":  # written as one word, in the plural
        observed = [*matched[:-1], f"{matched[-1]}s"]
    if len(observed) != len(matched):
        return target.text
    meant = [_meant(text, term, knowledge) for text, term in zip(observed, matched, strict=True)]
    return knowledge.inflect_like(target.text, meant, matched)


def _meant(text: str, term: str, knowledge: Language) -> str:
    """The word that a possibly misspelt word was meant to be: itself where it is a form of the term's word."""
    if plain_letters(text) == plain_letters(term):
        return term
    same = set(knowledge.inflections(text)) & set(knowledge.term_inflections(term, verb=False))
    return text if same or _has_other_ending(text, term, knowledge) else term


def _has_other_ending(text: str, term: str, knowledge: Language) -> bool:
    """Whether a misspelt word is nearer to the term's word without the endings of both: then it is inflected, too."""
    whole = edit_distance(text, term, len(term))
    return any(
        text[len(one) :] != term[len(other) :] and edit_distance(one, other, whole) < whole
        for one, other in knowledge.stem_pairs(text, term)
    )


def _cased(text: str, target: Term, mention: Mention, article: Article, knowledge: Language) -> str:
    shown = mention.text
    if shown.isupper() and not mention.term.text.isupper() and len(shown) > 1:
        return text if target.case_sensitive else knowledge.upper(text)
    words = text.split(" ")
    if not _starts_lower(words[0]) or _has_inner_capital(words[0]):
        return text
    if _is_title_case(shown, knowledge) and not _is_title_case(mention.term.text, knowledge):
        return " ".join(_capitalise(word, knowledge, first=not at) for at, word in enumerate(words))
    if shown[:1].isupper() and (opens_sentence(article, mention) or mention.case is CaseFit.FORCED):
        return knowledge.upper(words[0][:1]) + text[1:]
    return text


def opens_sentence(article: Article, mention: Mention) -> bool:
    """Whether the mention is the first thing in its sentence, heading or block."""
    before = article.view.text[: mention.view_span.start].rstrip(" \n\r\t" + _OPENING)
    if not before or before[-1] == BLOCK_BREAK:
        return True
    if before[-1] in _SENTENCE_END + "。！？":
        return before[-1] != "." or not shortens(before[:-1].rpartition(" ")[2])
    at = mention.view_span.start
    return any(
        region.kind in {RegionKind.HEADING, RegionKind.TITLE} and region.view_span.start == at
        for region in article.regions
    )


def _is_title_case(text: str, knowledge: Language) -> bool:
    """Whether each content word of several has a capital."""
    words = [word for word in text.replace("-", " ").split() if word.lower() not in knowledge.function_words]
    return len(words) > 1 and all(word[:1].isupper() for word in words if word[:1].isalpha())


def _capitalise(word: str, knowledge: Language, *, first: bool) -> str:
    if not first and word.lower() in knowledge.function_words:
        return word
    return knowledge.upper(word[:1]) + word[1:]


def _starts_lower(word: str) -> bool:
    return word[:1].islower()


def _has_inner_capital(word: str) -> bool:
    return any(char.isupper() for char in word[1:])
