"""Bengali."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="bn",
    name="Bengali",
)
LANGUAGE = Generic(FACTS)
