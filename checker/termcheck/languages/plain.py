"""What is said of words where nothing is known of their language; other languages override what they know better."""

from collections.abc import Collection, Sequence

from termcheck.languages.folding import strip_accents
from termcheck.languages.language import Regularities


class Plain:
    """The answers of ``Language`` for a language without endings, compounds and other orthographies."""

    particles: frozenset[str] = frozenset()
    writes_syllables = False
    moves_words = False
    moves_modifiers = False
    heads_first = False
    capitalises_nouns = False
    opens_with_articles = False
    joins = ""
    linkers: tuple[str, ...] = ()
    abbreviation_endings: tuple[str, ...] = ("s",)
    part_letters = (7, 3)
    respells = False
    regularities: Regularities | None = None

    def respell(self, word: str, written: str) -> str:
        """The word as it is folded."""
        return word

    def spellings(self, surface: str) -> Sequence[str]:
        """None."""
        return ()

    def runs_on(self, form: str, following: str) -> bool:
        """Unknown, so no."""
        return False

    def plain_link(self, word: str) -> str:
        """The word: nothing is contracted."""
        return word

    def is_ending(self, letters: str) -> bool:
        """Unknown, so no."""
        return False

    def upper(self, text: str) -> str:
        """Capitals as Unicode has them."""
        return text.upper()

    def bare_capitals(self, word: str) -> Sequence[str]:
        """The word without its accents, if it has any."""
        plain = strip_accents(word)
        return (plain,) if plain != word else ()

    def adapt(self, text: str, shown: str, around: str = "") -> str | None:
        """The text as it is."""
        return text

    def bare_words(self, word: str) -> Sequence[str]:
        """None: nothing is written onto words."""
        return ()

    def fixed_places(self, words: Sequence[str]) -> frozenset[int]:
        """Unknown, so none."""
        return frozenset()

    def lemmas(self, word: str) -> Sequence[str]:
        """None: no dictionary is known."""
        return ()

    def kin(self, word: str) -> Sequence[str]:
        """None."""
        return ()

    def left_out(self, _word: str) -> int | None:
        """Nothing."""
        return 0

    def frame(self, _word: str) -> str:
        """Not known."""
        return ""

    def stem_pairs(self, word: str, wanted: str) -> Sequence[tuple[str, str]]:
        """None."""
        return ()

    def can_be_verb(self, word: str) -> bool:
        """Unknown, so no."""
        return False

    def misspelt_number(self, word: str) -> str | None:
        """Unknown, so none."""
        return None

    def misspelt_place(self, word: str) -> str | None:
        """Unknown, so none."""
        return None

    def is_part(self, letters: str) -> bool:
        """Unknown, so no."""
        return False

    def is_derived_alike(self, word: str, other: str) -> bool:
        """Unknown, so no."""
        return False

    def is_spelling_variant(self, word: str, other: str) -> bool:
        """Unknown, so no."""
        return False

    def attaches(self, word: str, other: str) -> bool:
        """Unknown, so no."""
        return False

    def may_shorten(self, short: str, *, dotted: bool) -> bool:
        """Whatever a full stop follows may."""
        return dotted and len(short) > 1

    def full_forms(self, short: str) -> Collection[str]:
        """None: no abbreviations are listed."""
        return ()

    def inflect_like(self, target: str, observed: Sequence[str], matched: Sequence[str]) -> str | None:
        """The target where nothing is inflected; else None."""
        return target if list(observed) == list(matched) else None
