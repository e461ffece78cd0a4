"""What is kept of a bilingual article to be compared with others: its segments, and its renderings of source terms."""

import unicodedata
from collections.abc import Iterator

from termcheck.cache import digest_of
from termcheck.findings import free_use
from termcheck.languages.folding import fold
from termcheck.languages.tokens import is_spaceless
from termcheck.model import (
    BLOCK_BREAK,
    PROTECTED_MARK,
    Article,
    ArticleResult,
    FreeUse,
    Mention,
    Role,
    Segment,
    SegmentUse,
)
from termcheck.packed_segments import DIGEST, Digests, pack
from termcheck.segments import approved
from termcheck.variants import rendering_key

RULE = "inconsistent-translation"
SEPARATOR = "\x04"
"""Between a source term and its rendering, as gettext has it between context and text."""
_FEWEST_LETTERS = 2
_SHOWN = 60
_MOST_LETTERS = 20_000
_SHORTEST = 6
"""Characters of a target of several words in a script without spaces."""


def packed_segments(article: Article) -> tuple[bytes, ...]:
    """The segments of a bilingual article that have a source, packed; numbers and signs alone are left out."""
    segments = list(_segments(article))
    return (pack(segments),) if segments else ()


def _segments(article: Article) -> Iterator[tuple[Digests, SegmentUse]]:
    if article.source is None:
        return
    sources = article.source.view.text
    langs = _language_of_parts(article)
    for segment, lang in zip(article.segments, langs, strict=True):
        if segment.source is None:
            continue
        source = _plain(sources[segment.source.start : segment.source.end])
        meaning = letters_of(source)
        if sum(map(str.isalpha, meaning)) < _FEWEST_LETTERS:
            continue
        text = _plain(article.view.text[segment.view_span.start : segment.view_span.end])
        digests = Digests(
            source=_digest(article.source.lang or "", lang, source, segment.context),
            meaning=_digest(meaning),
            target=_digest(lang, letters_of(text) or text),
            is_telling="plural form" not in segment.context and _is_long(text),
        )
        yield digests, _use(article, segment, source, text, lang)


def _is_long(text: str) -> bool:
    """Whether a target has several words; a single one means many things."""
    if not text.isascii() and any(map(is_spaceless, text)):
        return len(text) >= _SHORTEST
    return " " in text


def _use(article: Article, segment: Segment, source: str, text: str, lang: str) -> SegmentUse:
    line, column = article.position(segment.span.start)
    end_line, end_column = article.position(segment.span.end)
    observed = article.text[segment.span.start : segment.span.end]
    return SegmentUse(
        file=article.path,
        start=segment.span.start,
        end=segment.span.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        observed="" if observed == text else observed,
        text=text,
        shown=source if len(source) <= _SHOWN else f"{source[: _SHOWN - 1]}…",
        lang=lang,
        segment=segment.id,
        location=article.location(segment.span.start),
    )


def _language_of_parts(article: Article) -> Iterator[str]:
    at = 0
    parts = article.parts
    for segment in article.segments:
        while at < len(parts) and parts[at].view_span.end <= segment.view_span.start:
            at += 1
        inside = at < len(parts) and parts[at].view_span.contains(segment.view_span)
        yield (parts[at].lang if inside else article.lang) or ""


def _plain(text: str) -> str:
    """A text in one line, composed, without marks of what is no text."""
    return unicodedata.normalize("NFC", " ".join(text.replace(BLOCK_BREAK, " ").replace(PROTECTED_MARK, "%").split()))


def letters_of(text: str) -> str:
    """What is left of a text where case, punctuation and spacing do not matter."""
    return fold(text).translate(_LETTERS)


class _Letters(dict[int, int | None]):
    """Code point -> itself for letters, digits and marks, None for all else."""

    def __missing__(self, code: int) -> int | None:
        """Look it up, once."""
        char = chr(code)
        if len(self) >= _MOST_LETTERS:
            self.clear()
        kept = self[code] = code if char.isalnum() or unicodedata.category(char)[0] == "M" else None
        return kept


_LETTERS = _Letters()


def _digest(*parts: str) -> bytes:
    return digest_of("\x1f".join(parts).encode("utf-8", "surrogatepass"))[:DIGEST]


# ---------------------------------------------------------------------------------------------------------- terms


def term_uses(result: ArticleResult) -> tuple[FreeUse, ...]:
    """The approved renderings of each source term in a bilingual article."""
    found: dict[tuple[str, str, str], list[Mention]] = {}
    sources: dict[tuple[str, str, str], str] = {}
    for pair in result.pairs:
        for demand in pair.demands:
            source = demand.source[0].term.text
            for mention in approved(demand):
                if mention.role is Role.WINNER and not mention.term.is_bound:
                    rendering = f"{rendering_key(source)}{SEPARATOR}{rendering_key(mention.term.text)}"
                    key = (mention.concept, mention.lang or "", rendering)
                    found.setdefault(key, []).append(mention)
                    sources.setdefault(key, source)
    return tuple(free_use(RULE, key, mentions, result.article, sources[key]) for key, mentions in found.items())
