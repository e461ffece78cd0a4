"""Spanish."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="es",
    name="Spanish",
    stemmer="spanish",
    lexicon="es",
    function_words="el la los las un una unos unas de del y e o u a al en para por con sobre",
    articles="el la los las un una",
    contractions={"de": "del", "a": "al"},
)
LANGUAGE = Generic(FACTS)
