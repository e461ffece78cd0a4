"""Croatian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="hr",
    name="Croatian",
    lexicon="hbs",
)
LANGUAGE = Generic(FACTS)
