"""Ukrainian."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="uk",
    name="Ukrainian",
    lexicon="uk",
    function_words="і й та або в у на по для о про з із зі до від при",
)
LANGUAGE = Generic(FACTS)
