"""Polish."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="pl",
    name="Polish",
    stemmer="polish",
    lexicon="pl",
    function_words="i lub w we na do dla o z ze od przy po",
)
LANGUAGE = Generic(FACTS)
