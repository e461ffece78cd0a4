"""German."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="de",
    name="German",
    stemmer="german",
    lexicon="de",
    joins="-",
    linkers="- s es n en er e",
    function_words=(
        "der die das des dem den ein eine einer eines einem einen und oder von vom für in im zu mit an am auf"
    ),
    articles="der die das des dem den ein eine einer eines einem einen",
    contractions={"in": "im", "zu": "zum zur", "an": "am", "von": "vom"},
)
LANGUAGE = Generic(FACTS)
