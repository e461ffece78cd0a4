"""Languages without a module of their own: Snowball stems where there is a stemmer, dictionaries where there is one."""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from termcheck.languages.affixes import common_suffix

STEMMERS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish", "nl": "dutch", "eo": "esperanto",
    "et": "estonian", "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "hi": "hindi", "hu": "hungarian",
    "id": "indonesian", "ga": "irish", "it": "italian", "lt": "lithuanian", "ne": "nepali", "no": "norwegian",
    "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""ISO 639 code -> name of the Snowball stemmer (snowballstem.org)."""
_DICTIONARIES = frozenset(
    """bg ca cs cy da de el es et fi fr ga gl hu hy id is it ka lt lv mk ms nb nl nn pl pt ro ru sk sl sq sv sw tl tr
    uk""".split()
)
_UNINFLECTED = frozenset("zh yue ja vi th lo km my und".split())
_SHORTEST_STEM = 3

_FUNCTION_WORDS = {
    "de": "der die das des dem den ein eine einer eines einem einen und oder von vom für in im zu mit an am auf",
    "fr": "le la les l un une des de d du et ou à au aux en pour par sur dans",
    "es": "el la los las un una unos unas de del y e o u a al en para por con sobre",
    "it": "il lo la i gli le l un uno una di del dello della dei degli delle d e o a al alla ai agli in nel per con su",
    "pt": "o a os as um uma uns umas de do da dos das e ou em no na nos nas para por com ao à",
    "ca": "el la els les l un una de del dels d i o a al als en per amb",
    "nl": "de het een van en of voor in op te met aan bij",
    "sv": "den det de en ett och eller av för i på till med",
    "da": "den det de en et og eller af for i på til med",
    "nb": "den det de en et ei og eller av for i på til med",
    "ro": "un o al a ai ale de și sau pentru în la cu pe din",
    "ru": "и или в во на по для о об с со к из от при",
    "uk": "і й та або в у на по для о про з із зі до від при",
    "pl": "i lub w we na do dla o z ze od przy po",
    "cs": "a nebo v ve na do pro o z ze od při po k",
}  # fmt: skip
_ARTICLES = {
    "de": "der die das des dem den ein eine einer eines einem einen",
    "fr": "le la les l un une des",
    "es": "el la los las un una",
    "it": "il lo la i gli le l un uno una",
    "pt": "o a os as um uma",
    "ca": "el la els les l un una",
    "nl": "de het een",
    "sv": "den det de en ett",
    "da": "den det de en et",
    "nb": "den det de en et ei",
}

_CONTRACTIONS = {
    code: {form: plain for plain, forms in table.items() for form in forms.split()}
    for code, table in {
        "fr": {"de": "du des d", "à": "au aux"},
        "es": {"de": "del", "a": "al"},
        "it": {
            "di": "del dello della dei degli delle",
            "a": "al alla ai agli alle",
            "in": "nel nella",
            "su": "sul sulla",
        },
        "pt": {"de": "do da dos das", "em": "no na nos nas", "a": "ao à aos às"},
        "ca": {"de": "del dels d", "a": "al als"},
        "de": {"in": "im", "zu": "zum zur", "an": "am", "von": "vom"},
    }.items()
}
_PARTICLES = {
    "ko": tuple(
        """으로부터 에서부터 이라고 에게서 에서는 에서도 으로는 으로도 까지
        부터 처럼 보다 에서 에게 으로 이나 이며 이라 라고 라는 마다
        조차 밖에 에는 에도 로는 로서 로써 와는 과는 은 는 이 가 을 를 의 에 와 과 로 도 만 나 며 들""".split()
    )
}
"""What a language writes at the end of nouns, longest first."""
_CLITICS = {"ar": "وفبكلاس", "fa": "و", "he": "ובכלמשה", "ur": "و"}
"""Letters that stand for words and are written at the front of the next one."""


def _without_particle(word: str, particles: Sequence[str]) -> tuple[str, ...]:
    """What is left of a word of three characters or more without each particle that it ends with."""
    return tuple(word[: -len(end)] for end in particles if word.endswith(end) and len(word) - len(end) >= 2)


class Generic:
    """Word knowledge of a language for which only a stemmer, a dictionary, or nothing at all is at hand."""

    particles: frozenset[str] = frozenset()
    moves_words = False

    def __init__(self, code: str) -> None:
        """Prepare for the language of an ISO 639 code; libraries are loaded when first needed."""
        self.code = code
        self.function_words = frozenset(_FUNCTION_WORDS.get(code, "").split())
        self.articles = frozenset(_ARTICLES.get(code, "").split())
        self.has_endings = code not in _UNINFLECTED

    @cached_property
    def _stem(self) -> Callable[[str], str] | None:
        if self.code not in STEMMERS:
            return None
        from Stemmer import Stemmer

        stem = Stemmer(STEMMERS[self.code]).stemWord
        return lru_cache(maxsize=50_000)(lambda word: str(stem(word)))

    def plain_link(self, word: str) -> str:
        """A listed contraction without its article."""
        return _CONTRACTIONS.get(self.code, {}).get(word, word)

    def inflections(self, word: str) -> Sequence[str]:
        """The word and, where it is long enough to be safe, its marked stem."""
        if self.code in _PARTICLES:
            return (word, *_without_particle(word, _PARTICLES[self.code]))
        if self._stem is None or len(word) <= _SHORTEST_STEM or not word.isalpha():
            return (word,)
        stem = self._stem(word)
        return (word, "s:" + stem) if len(stem) >= _SHORTEST_STEM else (word,)

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The same keys as in a text."""
        return self.inflections(word)

    def can_be_verb(self, word: str) -> bool:
        """Unknown, so no."""
        return False

    def number(self, word: str) -> str | None:
        """Words with a digit stand for themselves."""
        return word if any(char.isnumeric() for char in word) else None

    def is_place(self, word: str) -> bool:
        """Unknown, so no."""
        return False

    def level(self, word: str) -> str | None:
        """Unknown."""
        return None

    def excludes(self, word: str, other: str) -> bool:
        """Unknown, so no."""
        return False

    def qualifies(self, word: str) -> bool:
        """Unknown, so no."""
        return False

    def is_word(self, word: str) -> bool:
        """Whether simplemma's dictionary of the language knows it; loaded only when asked."""
        if self.code not in _DICTIONARIES:
            return False
        import simplemma

        return simplemma.is_known(word, lang=self.code)

    def is_derived_alike(self, word: str, other: str) -> bool:
        """Unknown, so no."""
        return False

    def is_spelling_variant(self, word: str, other: str) -> bool:
        """Unknown, so no."""
        return False

    def attaches(self, word: str, other: str) -> bool:
        """Whether both end alike after letters that are clitics in the language."""
        clitics = _CLITICS.get(self.code, "")
        kept = common_suffix(word, other)
        fronts = word[: len(word) - kept] + other[: len(other) - kept]
        return (
            kept >= _SHORTEST_STEM - 1
            and len(fronts) <= 4
            and bool(clitics)
            and all(char in clitics for char in fronts)
        )

    def shortens(self, short: str, full: str, *, dotted: bool) -> bool:
        """A truncation that a full stop marks."""
        return dotted and len(short) > 1 and full.startswith(short) and len(full) - len(short) >= _SHORTEST_STEM

    def inflect_like(self, target: str, observed: Sequence[str], matched: Sequence[str]) -> str | None:
        """The target where nothing is inflected; else None."""
        return target if list(observed) == list(matched) else None
