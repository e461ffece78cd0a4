"""Japanese."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="ja",
    name="Japanese",
    inflects=False,
)
LANGUAGE = Generic(FACTS)
