"""The rules: one file each, whose docstring is its manual page.

A rule yields findings with its default severity, or with a lower one where the mention is in doubt. To add one, write a
file with ``RULE`` at its end and name it here.
"""

from termcheck.model import Rule
from termcheck.rules import (
    altered_term,
    deprecated_term,
    forbidden_term,
    inconsistent_across_articles,
    inconsistent_source,
    inconsistent_translation,
    missing_term,
    misspelled_term,
    mixed_renderings,
    stale_decision,
    undefined_abbreviation,
    unlisted_rendering,
    untranslated_term,
    unused_directive,
    unused_term,
    wrong_case,
)

RULES: tuple[Rule, ...] = (
    forbidden_term.RULE,
    deprecated_term.RULE,
    misspelled_term.RULE,
    altered_term.RULE,
    unlisted_rendering.RULE,
    wrong_case.RULE,
    mixed_renderings.RULE,
    inconsistent_across_articles.RULE,
    undefined_abbreviation.RULE,
    missing_term.RULE,
    untranslated_term.RULE,
    inconsistent_translation.RULE,
    inconsistent_source.RULE,
    unused_directive.RULE,
    stale_decision.RULE,
    unused_term.RULE,
)
"""In the order in which ``termcheck rules`` lists them."""
