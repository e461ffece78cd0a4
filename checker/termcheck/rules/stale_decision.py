"""A decision, or an entry of the baseline, that silences nothing any more.

Purpose
    What was once accepted and is gone hides the next mistake of the same kind.

When it fires
    With `termcheck run --strict`, at the line of the file: no finding matches the decision or the entry. A decision
    that holds everywhere is judged only when whole folders are checked. Without `--strict` such lines are told at the
    end.

What it does not flag
    Decisions and entries of articles that were not checked.

How to configure or silence
    Delete the line; `termcheck baseline --prune` does so for the baseline. `rules = {stale-decision = "off"}`.

For example
    The glossary prefers "internet civilization" and forbids "network civilization", and a decision ignores the latter.

    Flagged: that decision, when the only article says "They build internet civilization."
    Not flagged: that decision, when the article says "They build network civilization."
"""

from collections.abc import Iterable

from termcheck.findings import at_line
from termcheck.model import ClosingRule, Finding, Severity, Suppressions

_ID = "stale-decision"


def _find(suppressions: Suppressions) -> Iterable[Finding]:
    return (at_line(_ID, Severity.HINT, one) for one in suppressions.unmatched)


RULE = ClosingRule(_ID, Severity.HINT, __doc__, _find)
