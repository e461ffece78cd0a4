"""What is written down of one language: the data of a file in ``languages/tables``. All words are folded."""

from msgspec import Struct


class Facts(Struct, frozen=True, kw_only=True):
    """The data of one language. Lists are strings, separated by spaces; all but code and name may be left out."""

    code: str
    """ISO 639 code, as in BCP 47."""
    name: str
    """English name."""
    notes: str = ""
    """What else is known of it, in a line for users: spellings taken as one, clitics, segmentation."""
    stemmer: str = ""
    """Name of the Snowball stemmer (snowballstem.org)."""
    lexicon: str = ""
    """Name of simplemma's dictionary, for telling words from misspellings."""
    paradigms: tuple[str, ...] = ()
    """Sets of endings that one word can have, ``-`` for none: see ``termcheck.languages.endings``."""
    alternations: tuple[tuple[str, str], ...] = ()
    """Changes of a stem before its endings, as (pattern, replacement) on ``stem|ending``: see there as well."""
    shortest_stem: int = 3
    """Letters that must be left before an ending."""
    abbreviation_endings: str = "s"
    """What is written onto an abbreviation in capitals without a hyphen or an apostrophe: APIs, МИДа."""
    particles: str = ""
    """What is written onto the end of a word, after any ending."""
    letters: tuple[tuple[str, str], ...] = ()
    """(letters, what they are compared as), applied in this order to the words of texts and terms alike."""
    joins: str = ""
    """What may stand inside a word that is written closed elsewhere: ``-`` or a space, or both."""
    linkers: str = ""
    """What may stand between the parts of compounds that are written closed, ``-`` for nothing."""
    function_words: str = ""
    """Words that carry grammar rather than meaning (articles, prepositions, conjunctions)."""
    articles: str = ""
    """Of these, the articles."""
    contractions: dict[str, str] = {}
    """Preposition -> its contractions with articles."""
    numbers: tuple[str, ...] = ()
    """Number words and ordinals, the forms of one number together; each set excludes the others."""
    levels: dict[str, str] = {}
    """Administrative level (``national``, ``provincial``, ``municipal`` ...) -> how the words for it begin."""
    opposites: tuple[str, ...] = ()
    """Sets of beginnings of words that exclude each other though they look alike."""
    qualifiers: str = ""
    """Words that make another thing of what they stand beside (deputy, former, non-)."""
    moves_modifiers: bool = False
    """Whether adjectives stand on either side of their noun, and a name is known by its words in other orders, too."""
    inflects: bool = True
    """Whether words change their form."""
    writes_syllables: bool = False
    """Whether a space stands after each syllable, so that two of them are no more than one word."""
