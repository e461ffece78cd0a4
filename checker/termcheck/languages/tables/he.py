"""Hebrew."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="he",
    name="Hebrew",
    lexicon="he",
    prefixes="ו ב כ ל מ ש ה",
)
LANGUAGE = Generic(FACTS)
