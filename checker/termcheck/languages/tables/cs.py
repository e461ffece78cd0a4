"""Czech."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="cs",
    name="Czech",
    stemmer="czech",
    lexicon="cs",
    function_words="a nebo v ve na do pro o z ze od při po k",
)
LANGUAGE = Generic(FACTS)
