"""Other words for a known concept, which nobody listed.

Purpose
    The glossary has "Central Cyberspace Administration", an article writes "Central Network Information Office". Nobody
    listed that, letters hardly agree, and readers take it for another body.

When it fires
    A phrase says the same as an approved term word by word: the same words, words of one stem, words that the
    glossary itself uses for each other ("cyber" and "network" in two terms of one concept), synonyms of the
    dictionary, and words that render a part of the source term in other concepts. A name right before a bracket
    with the source term or the abbreviation of a concept ("State Internet Information Office (国家网信办)") names that
    concept if it shares a word with it. Where words alone leave a doubt, a run over several articles looks for
    the same slot in another one: a place in a list with common neighbours, or the role of one person ("Li Wen,
    head of the ..."), where a listed name of the concept stands; the reason then shows both sentences. It is a
    warning where about nine in ten such findings are right, else a hint; never an error. The reason shows which
    words correspond. The suggestion is the preferred term.

What it does not flag
    Another number, unit, place, level or opposite; a term that is only shortened, or that only says otherwise which
    country it belongs to (`altered-term` looks at these); a phrase that fits another concept as well; words of which
    only general ones agree (office, national, development); terms of one word; longer names that only begin alike.
    English articles are searched for other words; German, Dutch, Swedish, Danish and Norwegian ones for compounds that
    are written as constructions (Behörde für Datenschutz). Paraphrases, and names that share no word with term or
    source, need a listed row.

How to configure or silence
    `rules = {unlisted-rendering = "hint"}`, or `"off"`. `embeddings = true`, with the extra `embeddings`, lets a
    language model find further common terms (drug abuse, substance abuse), as hints.
    An `admitted` row for a rendering that is right, `not_when` for phrases; `match = inflected` or `exact` in the
    term's row; one place with `<!-- termcheck-disable-next-line concept -->`.

For example
    The glossary prefers "Central Cyberspace Administration" and lists "cyber security" and "network security" as terms
    of one concept.

    Flagged: The Central Network Administration issued rules.
    Not flagged: The Zhejiang Cyberspace Administration published a notice.
"""

from collections.abc import Iterable

from termcheck.findings import at_mention, lowered, preferred_text, quoted, replacement_target, suggestion_for
from termcheck.matching.mentions import UNLISTED_RENDERING
from termcheck.model import Article, ArticleRule, Finding, Mention, Method, Renderings, Role, Severity

_ID = UNLISTED_RENDERING


def _find(article: Article, mentions: tuple[Mention, ...], renderings: Renderings) -> Iterable[Finding]:
    for mention in mentions:
        if mention.method is Method.UNLISTED and mention.role is not Role.NESTED:
            target = replacement_target(mention, renderings) or mention.term
            yield at_mention(
                _ID,
                lowered(Severity.WARNING, mention),
                article,
                mention,
                f"{quoted(mention.text)} seems to be another rendering of {quoted(target.text)}",
                preferred=preferred_text(mention, renderings),
                suggestion=suggestion_for(mention, target, article),
            )


def _concerns(mention: Mention) -> bool:
    return mention.method is Method.UNLISTED


RULE = ArticleRule(_ID, Severity.WARNING, __doc__, _find, concerns=_concerns)
