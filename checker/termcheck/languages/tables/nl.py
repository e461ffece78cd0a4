"""Dutch."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="nl",
    name="Dutch",
    stemmer="dutch",
    lexicon="nl",
    function_words="de het een van en of voor in op te met aan bij",
    articles="de het een",
)
LANGUAGE = Generic(FACTS)
