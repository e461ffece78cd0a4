"""What is proposed, as text, as rows for a glossary, and as JSON."""

from collections.abc import Iterator

from termcheck.discover.found import Discoveries, Evidence, Group, Proposal, WordPair
from termcheck.discover.table import COLUMNS, render_table
from termcheck.evidence.kinds import Quote

VERSION = 1
_STATUS = "proposed"
_SHOWN_ARTICLES = 5
_CELL_LIMIT = 2_000


def render_csv(found: Discoveries) -> str:
    """Rows in the native glossary format, status ``proposed``: they load and are not enforced."""
    return render_table(COLUMNS, rows_of(found))


def rows_of(found: Discoveries) -> list[dict[str, str]]:
    """What is proposed as rows of a glossary, by column; the column ``decision`` is the editor's."""
    return [
        {"concept": one.concept, "lang": one.lang, "term": _clean(one.form), "status": _STATUS, "note": _note(one)}
        for one in (*found.renderings, *(form for group in found.groups for form in group.forms))
    ] + [
        {"concept": one.taught_by[0], "lang": one.lang, "term": one.form, "status": _STATUS, "note": _word_note(one)}
        for one in found.words
    ]


def render_json(found: Discoveries) -> str:
    """One JSON object and a line end."""
    from msgspec.json import encode

    document = {
        "version": VERSION,
        "renderings": [_as_json(one) for one in found.renderings],
        "groups": [
            {"concept": group.concept, "lang": group.lang, "forms": [_as_json(one) for one in group.forms]}
            for group in found.groups
        ],
        "words": [
            {
                "words": one.words,
                "lang": one.lang,
                "taught_by": one.taught_by,
                "count": one.count,
                "sentences": [_sentence(quote) for quote in one.quotes],
            }
            for one in found.words
        ],
    }
    try:
        return encode(document).decode() + "\n"
    except UnicodeEncodeError:  # a file name that is not valid in the system's encoding
        import json

        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace").decode() + "\n"


def render_text(found: Discoveries) -> str:
    """Every proposal with the sentences that speak for it, for the terminal."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Discoveries) -> Iterator[str]:
    if found.renderings:
        yield "Unlisted renderings of known concepts"
        yield ""
    for one in found.renderings:
        yield f"{one.concept} ({one.lang}): {_clean(one.form)}   {_counted(one)}, confidence {one.confidence:.2f}"
        for evidence in one.evidence:
            yield from _evidence(evidence)
        yield ""
    if found.groups:
        yield "Recurring names that no row has"
        yield ""
    for group in found.groups:
        yield from _group(group)
        yield ""
    if found.words:
        yield "Words that only the glossary takes for one"
        yield ""
    for pair in found.words:
        yield f"{pair.form}   by {' and '.join(pair.taught_by)}, {_times(pair.count)}"
        for quote in pair.quotes:
            yield f"    {quote.file}:{quote.place}: {_clean(quote.text)}"
        yield ""
    rows = "1 rendering" if len(found.renderings) == 1 else f"{len(found.renderings)} renderings"
    groups = "1 name" if len(found.groups) == 1 else f"{len(found.groups)} names"
    yield f"{rows} and {groups} proposed."


def _group(group: Group) -> Iterator[str]:
    yield f"{group.concept} ({group.lang})"
    for form in group.forms:
        yield f"  {_clean(form.form)}   {_counted(form)}"
    shown: list[Evidence] = []
    for form in group.forms:
        shown.extend(evidence for evidence in form.evidence[:1] if evidence not in shown)
    for evidence in shown[:2]:
        yield from _evidence(evidence)


def _evidence(evidence: Evidence) -> Iterator[str]:
    yield f"  {evidence.kind}: {_clean(evidence.why)}"
    for quote in evidence.quotes:
        yield f"    {quote.file}:{quote.place}: {_clean(quote.text)}"


def _counted(one: Proposal) -> str:
    return f"{_times(one.count)} in {'1 article' if len(one.articles) == 1 else f'{len(one.articles)} articles'}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _word_note(one: WordPair) -> str:
    places = ", ".join(f"{quote.file}:{quote.place} “{quote.name}”" for quote in one.quotes)
    shown = f"are these one word in names? {' and '.join(one.taught_by)} show it; {_times(one.count)}: {places}"
    return _clean(shown)[:_CELL_LIMIT]


def _note(one: Proposal) -> str:
    """Counts, articles and the best evidence in one cell."""
    articles = [f"{path} ({count})" for path, count in one.articles[:_SHOWN_ARTICLES]]
    if len(one.articles) > _SHOWN_ARTICLES:
        articles.append(f"and {len(one.articles) - _SHOWN_ARTICLES} more")
    reasons = [f"{each.kind}: {each.why} ({_places(each)})" for each in one.evidence]
    return f"{_counted(one)}: {', '.join(articles)}; {'; '.join(reasons)}"[:_CELL_LIMIT]


def _places(evidence: Evidence) -> str:
    return ", ".join(f"{quote.file}:{quote.place}" for quote in evidence.quotes)


def _as_json(one: Proposal) -> dict[str, object]:
    return {
        "concept": one.concept,
        "lang": one.lang,
        "form": one.form,
        "count": one.count,
        "articles": dict(one.articles),
        "confidence": one.confidence,
        "evidence_count": one.evidence_count,
        "evidence": [
            {
                "kind": each.kind.name.lower(),
                "why": each.why,
                "sentences": [_sentence(quote) for quote in each.quotes],
            }
            for each in one.evidence
        ],
    }


def _sentence(quote: Quote) -> dict[str, object]:
    place = {"location": quote.location, "line": None} if quote.location else {"line": quote.line}
    return {"file": quote.file, **place, "name": quote.name, "text": quote.text}


def _clean(text: str) -> str:
    """The text in one line, without control characters, of characters that any file can hold."""
    shown = "".join(char if char.isprintable() else " " for char in " ".join(text.split()))
    return shown.encode("utf-8", "replace").decode()


def render(found: Discoveries, format_: str) -> str:
    """What is proposed in one of the formats ``text``, ``csv``, ``json``."""
    return {"text": render_text, "csv": render_csv, "json": render_json}[format_](found)
