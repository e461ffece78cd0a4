"""What a glossary covers, as a table for the terminal and as JSON."""

from collections.abc import Sequence

from termcheck.coverage import Coverage, Domain

_VERSION = 1


def render_table(covered: Coverage) -> str:
    """One line a domain, the sums below, then the languages."""
    statuses = [status for status, count in covered.total.renderings.items() if count]
    head = ["domain", "concepts", "attested", "not verified", *statuses, "renderings a concept"]
    rows = [head, *(_row(one, statuses) for one in covered.domains), _row(covered.total, statuses)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(columns))
        for columns in (tuple(zip(row, widths, strict=True)) for row in rows)
    ]
    rule = "-" * len(lines[0])
    languages = ", ".join(f"{lang} {count:,}" for lang, count in covered.languages.items())
    sums = covered.total
    said = (
        f"Preferred renderings: {sums.preferred:,}: seen in the text that is named {sums.attested:,}, "
        f"a text named but not verified {sums.not_verified:,}, not attested {sums.not_attested:,}, "
        f"not said {sums.unsaid:,}."
    )
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1], "", f"Terms by language: {languages}.", said, ""])


def _row(one: Domain, statuses: Sequence[str]) -> list[str]:
    shares = ["-" if not one.preferred else f"{some / one.preferred:.0%}" for some in (one.attested, one.not_verified)]
    each = sum(one.renderings.values()) / one.concepts if one.concepts else 0.0
    counts = [f"{one.renderings[status]:,}" for status in statuses]
    return [one.domain, f"{one.concepts:,}", *shares, *counts, f"{each:.1f}"]


def render_json(covered: Coverage) -> str:
    """The same numbers for programs, and the share as a number from 0 to 1 or null."""
    import json

    data = {
        "version": _VERSION,
        "terms": covered.terms,
        "languages": covered.languages,
        "domains": [_object(one) for one in covered.domains],
        "total": _object(covered.total),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _object(one: Domain) -> dict[str, object]:
    return {
        "domain": one.domain,
        "concepts": one.concepts,
        "preferred": one.preferred,
        "attested": one.attested,
        "not_verified": one.not_verified,
        "not_attested": one.not_attested,
        "unsaid": one.unsaid,
        "attested_share": None if one.share is None else round(one.share, 3),
        "renderings": one.renderings,
    }
