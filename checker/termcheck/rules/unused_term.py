"""An approved row of the glossary that no article uses.

Purpose
    A row that is never met may be misspelt, or belong to a glossary that these articles do not need.

When it fires
    With `termcheck run --strict` over whole folders, at the row: no mention was recognised by it. Without `--strict`
    their number is told at the end, and `termcheck glossary lint --articles` lists them.

What it does not flag
    Wrong rows, which are good when nobody needs them; rows of languages in which no article is written.

How to configure or silence
    Delete the row, or `rules = {unused-term = "off"}`.

For example
    The glossary prefers "internet civilization" and admits "online civility".

    Flagged: the row "online civility", when the only article says "They build internet civilization."
    Not flagged: the row "internet civilization" there.
"""

from collections.abc import Iterable

from termcheck.findings import at_line
from termcheck.model import ClosingRule, Finding, Severity, Suppressions

_ID = "unused-term"


def _find(suppressions: Suppressions) -> Iterable[Finding]:
    return (at_line(_ID, Severity.HINT, one) for one in suppressions.unused)


RULE = ClosingRule(_ID, Severity.HINT, __doc__, _find)
