"""A term of the source that was left in the target.

Purpose
    A term with a rendering in the language of the target was not translated: 中央网信办 in an English sentence.

When it fires
    In a bilingual file the source of a segment has a term, its own form stands in the target as well, and none of the
    approved renderings does. A warning at the form in the target.

What it does not flag
    Terms that are the same in both languages or valid in every language (`lang` `*`); a source term beside its
    rendering, as in "Cyberspace Administration of China (中央网信办)". Segments that are not translated yet.

How to configure or silence
    A row with the same form in the language of the target, or `lang` `*`, for what is not to be translated;
    `rules = {untranslated-term = "off"}` in the configuration, also per path.

For example
    The glossary has "firewall rule" in English and prefers "Firewallregel" in German.

    Flagged: Delete the firewall rule. = Löschen Sie die firewall rule.
    Not flagged: Delete the firewall rule. = Löschen Sie die Firewallregel.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from termcheck.findings import any_of, at_mention, place, quoted
from termcheck.model import Article, Finding, Renderings, SegmentPair, SegmentRule, Severity

_ID = "untranslated-term"


def _find(article: Article, pairs: tuple[SegmentPair, ...], renderings: Renderings) -> Iterable[Finding]:
    for pair in pairs:
        for demand in pair.demands:
            for mention in demand.left:
                terms = renderings.approved.get(mention.concept, ())
                if not terms:
                    continue
                wanted = any_of(list(dict.fromkeys(term.text for term in terms)))
                message = f"{quoted(mention.text)} was left as in the source; write {wanted}"
                finding = at_mention(
                    _ID,
                    Severity.WARNING,
                    article,
                    mention,
                    message,
                    preferred=terms[0].text,
                    related=tuple(place(article.source or article, one.span) for one in demand.source),
                )
                yield replace(finding, suggestion=terms[0].text if len(terms) == 1 else None)


RULE = SegmentRule(_ID, Severity.WARNING, __doc__, _find)
