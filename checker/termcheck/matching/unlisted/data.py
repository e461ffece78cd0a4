"""English words as parts of names: how much they tell, what they are made of, which stand for each other.

Add only what holds in any field; what holds in one belongs into the glossary, from which it is learnt.
"""

from typing import Final

_WEIGHTS = {
    0.3: "space sphere area field matter affair relation work activity issue system sector",
    0.4: """office department bureau administration authority agency commission committee ministry council board
        division center centre body unit section secretariat organ institute institution headquarters service
        government""",
    0.5: """national state federal central general people person public construction development building
        conference meeting session congress plan programme program project campaign action operation
        law regulation act rule measure opinion decision resolution guideline
        international global world european regional provincial municipal local county district
        president vice deputy chair chairman chairwoman chairperson secretary minister director governor mayor premier
        chief head""",
    0.6: """management policy strategy group association union company enterprise business firm corporation
        industry society member procedure process information party great new modern""",
}
WEIGHTS: Final = {word: weight for weight, words in _WEIGHTS.items() for word in words.split()}
"""Generic words -> weight; all others have 1."""
CORE = 0.7
"""Weight from which on a word says what a name is about."""
HOME_WEIGHT = 0.2
ENTITY_WEIGHT = 0.5
HOME_ENTITY_WEIGHT = 0.25

COMPOUNDS: Final = {
    "netizen": "internet citizen", "politburo": "political bureau", "plenum": "plenary session",
    "cyberspace": "cyber space", "ecosystem": "ecology", "website": "web site", "email": "electronic mail",
    "healthcare": "health care", "lifelong": "life long", "workforce": "work force", "ecommerce": "electronic commerce",
}  # fmt: skip
"""One word -> the words that it is made of."""
FIRST_PARTS: Final = ("cyber",)
"""What may be written onto the front of another word, or apart from it."""
PHRASES: Final = {
    "cpc": ("communist party of china", "chinese communist party", "ccp"), "eu": ("european union",),
    "un": ("united nations",), "who": ("world health organization",), "wto": ("world trade organization",),
    "npc": ("national people s congress",),
}  # fmt: skip
"""Abbreviation -> what it stands for, and other abbreviations of it."""
_GROUPS = """internet online web cyber network net
office administration agency authority bureau
commission committee
ministry department
publicity propaganda
plan programme program scheme
conference congress convention
company enterprise business firm corporation
construction building development
law legislation statute act
regulation rule
guideline guidance
citizen resident
education training
information news press
fight struggle combat battle
campaign operation action drive
sector industry
foreign external
interior internal
european eu"""
GROUPS: Final = tuple(frozenset(line.split()) for line in _GROUPS.split("\n"))
"""Words that translators choose between in names of bodies, laws and programmes."""
UNITS: Final = frozenset(
    """second minute hour day week month year decade century meter metre kilometer kilometre mile gram kilogram tonne
    ton liter litre percent degree volt watt byte bit""".split()
)
"""What numbers count: another unit is another thing."""
BREAKERS: Final = frozenset("and or with through among by from as at in to into that which while".split())
"""What does not stand inside a common term's rendering unless the term has it."""
