"""Tamil."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="ta",
    name="Tamil",
    stemmer="tamil",
)
LANGUAGE = Generic(FACTS)
