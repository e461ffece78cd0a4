"""Thai."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="th",
    name="Thai",
    inflects=False,
)
LANGUAGE = Generic(FACTS)
