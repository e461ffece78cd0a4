"""Tamil."""

from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

_CASES = (
    "ை ையும் ால் ாலும் ில் ிலும் ின் ினால் ினை ினது ினுடைய ுடைய து ுக்கு ுக்கும் ுக்காக ுக்கான ிற்கு ிற்கும் ிற்காக ிற்கான "
    "ோடு ோடும் ுடன் ுடனும் ிடம் ிடமும் ிடமிருந்து ிலிருந்து ிலிருந்தும் ிலுள்ள ின்போது ின்படி ுக்குள் ுக்குப் ாக ாகவும் "
    "ான ாய் ும் ே ா ோ ாவது ின்மை ில்லா ில்லாத ற்ற"
)
"""Cases and clitics, as they are written after a consonant, which loses its pulli."""
_DATIVE = "க்கு க்கும் க்காக க்கான க்குள்"
_PLURAL = "கள்"


def _after_consonant(before: str = "") -> str:
    return " ".join(before + case for case in _CASES.split())


def _plural(before: str) -> str:
    """The plural with its cases, after the letters that change before it."""
    plural = before + _PLURAL
    return f"{plural} {_after_consonant(plural[:-1])}"


def _glide(vowel: str, glide: str) -> str:
    """A noun in a vowel, with a glide before endings that begin with one."""
    dative = " ".join(vowel + case for case in _DATIVE.split())
    return f"{vowel} {_after_consonant(vowel + glide)} {dative} {_plural(vowel)} {_plural(vowel + 'க்')}"


FACTS = Facts(
    code="ta",
    name="Tamil",
    notes="cases and plurals with their stem changes; doubled consonants before the next word",
    paradigms=(
        f"3+ ் {_after_consonant()} {_plural('்')}",  # முகாம்
        f"2+ ம் {_after_consonant('த்த')} {_after_consonant('ம')} {_plural('ங்')} த்து",  # மன்றம்
        "3+ - ம்",  # மன்ற கூட்டம்
        f"3+ ு {_after_consonant()} {_plural('ு')} {_plural('ுக்')}",  # அரசு
        *(f"2+ {_glide(vowel, 'ய')}" for vowel in ("ி", "ீ", "ை")),  # கணினி, சபை
        *(f"2+ {_glide(vowel, 'வ')}" for vowel in ("ா", "ூ", "ோ", "ு")),
        f"2+ ள் {_plural('ட்')} {_after_consonant('ள')} {_plural('ள்')}",  # பொருள்
        f"2+ ல் {_plural('ற்')} {_after_consonant('ல')}",  # தகவல்
        f"1+ ண் {_after_consonant('ண்ண')} {_plural('ண்')}", f"1+ ன் {_after_consonant('ன்ன')} {_plural('ன்')}",  # கண்
        f"1+ ல் {_after_consonant('ல்ல')} {_plural('ற்')}", f"1+ ள் {_after_consonant('ள்ள')}",  # கல்
        f"1+ டு {_after_consonant('ட்ட')} {_plural('டு')}",  # வீடு
        f"1+ று {_after_consonant('ற்ற')} {_plural('று')}",  # ஆறு
    ),
    shortest_stem=2,
    function_words=(
        "மற்றும் அல்லது ஆனால் எனவே என்று என என்ற ஆகிய ஆகும் இந்த அந்த எந்த ஒரு ஓர் இது அது எது இவை அவை அவர் அவர்கள் இவர் "
        "நான் நாம் நாங்கள் நீ நீங்கள் தான் தாம் ஓ உம் மேல் கீழ் உள் வெளி முன் பின் பிறகு முன்பு வரை வரையில் குறித்து பற்றி "
        "மூலம் வழியாக இருந்து உடன் கொண்டு போல் போன்ற தொடர்பான தொடர்பாக எதிரான எதிராக சார்ந்த மீது மீதான இடையே இடையில் "
        "உள்ள உள்ளது இல்லை இல்லாத அனைத்து எல்லா சில பல ஒவ்வொரு மட்டும் கூட மேலும் ஏனெனில் ஆக இன்னும் இங்கே அங்கே"
    ),
    numbers=(
        "ஒன்று ஒரு ஓர்", "இரண்டு இரு", "மூன்று", "நான்கு நாலு", "ஐந்து", "ஆறு", "ஏழு", "எட்டு", "ஒன்பது", "பத்து", "நூறு", "ஆயிரம்",
        "முதல் முதலாம் முதலாவது", "இரண்டாம் இரண்டாவது", "மூன்றாம் மூன்றாவது", "நான்காம் நான்காவது", "ஐந்தாம் ஐந்தாவது",
        "ஆறாம் ஆறாவது", "ஏழாம் ஏழாவது", "எட்டாம் எட்டாவது", "ஒன்பதாம் ஒன்பதாவது", "பத்தாம் பத்தாவது", "லட்சம் இலட்சம்", "கோடி",
    ),
    levels={
        "national": "தேசிய மத்திய ஒன்றிய", "provincial": "மாநில மாகாண", "municipal": "நகராட்சி மாநகர நகர",
        "district": "மாவட்ட வட்ட", "local": "உள்ளாட்சி ஊராட்சி உள்ளூர்", "international": "சர்வதேச பன்னாட்டு",
    },
    opposites=(
        "இறக்குமதி ஏற்றுமதி", "உயர் குறை தாழ்", "உள்நாட்டு வெளிநாட்டு", "அரசு தனியார்", "நேரடி மறைமுக", "வட தென் கிழக்கு மேற்கு",
        "முறையான முறைசாரா", "மேல் கீழ்", "குடியேற்ற குடியகல்வு", "ஆண் பெண்", "வருகை புறப்பாடு",
    ),
    qualifiers="முன்னாள் துணை இணை உதவி புதிய பழைய தற்காலிக பொறுப்பு மூத்த கௌரவ தலைமை முதன்மை இளைய அல்லாத",
)  # fmt: skip
_SANDHI = ("க்", "ச்", "த்", "ப்")
_SHORTEST = 3


class Tamil(Generic):
    """A word may end in the doubled first consonant of the next one."""

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The keys of the word, and of what is left of it without the doubled consonant."""
        keys = super().term_inflections(word, verb=verb)
        plain = word[:-2]
        if not word.endswith(_SANDHI) or len(plain) < _SHORTEST:
            return keys
        return (*keys, *super().term_inflections(plain, verb=verb))

    def bare_words(self, word: str) -> Sequence[str]:
        """The word without the doubled consonant."""
        return (word[:-2],) if word.endswith(_SANDHI) and len(word) > _SHORTEST + 1 else ()


LANGUAGE = Tamil(FACTS)
