"""An inline directive that suppresses nothing.

Purpose
    A `termcheck-disable` that has outlived its reason hides the next mistake.

When it fires
    No finding stands under a `termcheck-disable` or `termcheck-disable-next-line`, a `termcheck-enable` ends nothing,
    or a directive names a concept that the glossary does not have. It is a hint, at the directive.

What it does not flag
    A directive under which at least one finding is suppressed, and an enable that ends a disable.

How to configure or silence
    Remove the directive or correct the concept id; `rules = {unused-directive = "off"}`.

For example
    The glossary prefers "internet civilization" and forbids "network civilization".

    Flagged: <!-- termcheck-disable-next-line --> above "They build internet civilization."
    Not flagged: <!-- termcheck-disable-next-line --> above "They build network civilization."
"""

from collections.abc import Iterable

from termcheck.findings import at_directive
from termcheck.model import (
    ClosingRule,
    DirectiveKind,
    DirectiveUse,
    Finding,
    PlacedDirective,
    Severity,
    Suppressions,
)

_ID = "unused-directive"


def _find(suppressions: Suppressions) -> Iterable[Finding]:
    for use in suppressions.directives:
        unknown = [concept for concept in use.directive.concepts if concept not in suppressions.concepts]
        if unknown or not use.suppressed:
            yield at_directive(_ID, Severity.HINT, use, _message(use, unknown))


def _message(use: DirectiveUse, unknown: list[str]) -> str:
    name = f"termcheck-{use.directive.kind.value}"
    if unknown:
        return f"{name} names what the glossary does not have: no concept {', '.join(unknown)}"
    if use.directive.kind is DirectiveKind.ENABLE:
        return f"{name} ends no termcheck-disable{_of(use.directive)}; remove it"
    return f"{name} suppresses no finding{_of(use.directive)}; remove it"


def _of(directive: PlacedDirective) -> str:
    return f" of {', '.join(directive.concepts)}" if directive.concepts else ""


RULE = ClosingRule(_ID, Severity.HINT, __doc__, _find)
