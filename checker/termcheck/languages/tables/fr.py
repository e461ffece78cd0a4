"""French."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="fr",
    name="French",
    stemmer="french",
    lexicon="fr",
    function_words="le la les l un une des de d du et ou à au aux en pour par sur dans",
    articles="le la les l un une des",
    contractions={"de": "du des d", "à": "au aux"},
)
LANGUAGE = Generic(FACTS)
