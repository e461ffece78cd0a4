"""Hungarian."""

import re
from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.chains import Chains, chain

_VOWEL = "aáeéiíoóöőuúüű"


def _harmonise(endings: str) -> tuple[str, str]:
    """Endings written with A, E, O, Ő, U and Ú, after back vowels and after front vowels."""
    back = endings.translate(str.maketrans("AEOŐUÚ", "aáoóuú"))
    front = endings.translate(str.maketrans("AEOŐUÚ", "eéeőüű"))
    rounded = endings.translate(str.maketrans("AEOŐUÚ", "eéöőüű"))
    return back, " ".join(dict.fromkeys((*front.split(), *rounded.split())))


_CASE = "bAn bA bŐl nAk nEl tŐl rA rŐl hOz ig ért ként kor Ul vAl vE"
_AFTER_K = f"- At On {_CASE}"
"""After the plural and the possessives that end in a consonant."""
_AFTER_A = f"t n {_CASE}"
_OWNERS = "im id ink itok itek ik"
_SINGULAR = "Am Om Ad Od Unk AtOk OtOk Uk jUk"
_SINGULAR_VOWEL = "m d nk tOk jUk"
_POSSESSED = " ".join((
    "A jA", chain("E jE", _AFTER_A), chain("Ai jAi", f"- {_AFTER_A}"), chain("A jA", _OWNERS, _AFTER_K),
))  # fmt: skip
"""Of a third person, or more than one thing of anyone's."""
_POSSESSED_VOWEL = " ".join((
    "jA", chain("jE", _AFTER_A), chain("i jAi", f"- {_AFTER_A}"), chain("- jA", _OWNERS, _AFTER_K),
))  # fmt: skip
_OF_THAT = f"é éi {chain('é', _AFTER_A)} {chain('éi', _AFTER_A)}"
_CONSONANT = " ".join((
    "- t At Ot n On", _CASE, _OF_THAT, chain("Ok Ak", f"{_AFTER_K} {_OF_THAT}"), chain(_SINGULAR, _AFTER_K), _POSSESSED,
    chain(f"E jE Ai jAi {_SINGULAR}", _OF_THAT),
))  # fmt: skip
_AFTER_VOWEL = " ".join((
    "- t n", _CASE, _OF_THAT, chain("k", f"{_AFTER_K} {_OF_THAT}"), chain(_SINGULAR_VOWEL, _AFTER_K), _POSSESSED_VOWEL,
    chain(f"jE i jAi {_SINGULAR_VOWEL}", _OF_THAT),
))  # fmt: skip
_PARADIGMS = (
    (_CONSONANT, "- Ok Ak"),
    (_AFTER_VOWEL, "- k"),
    (f"{_POSSESSED} {_SINGULAR}", "A jA Ai jAi"),  # phrases whose last word is possessed: Európai Unió Tanácsa
    (_POSSESSED_VOWEL, "jA i"),
)
_BACK_SHORTENED = (
    "út híd kút rúd lúd nyúl nyíl úr ín derék fonál kanál madár pohár kosár szamár bogár sugár agár mocsár nyár sár"
)
_SHORT = str.maketrans("áéíúű", "aeiuü")
_DROPPED = rf"([{_VOWEL}](?:sz|gy|[bcdfghjklmnprstvz]))(ny|[rlmngkz])"
FACTS = Facts(
    code="hu",
    name="Hungarian",
    notes="suffixes after a hyphen (MNB-nek)",
    lexicon="hu",
    shortest_stem=2,
    joins="-",
    linkers="-",
    paradigms=tuple(endings for full, _ in _PARADIGMS for endings in _harmonise(full)),
    alternations=(
        (r"á\|(?=.)", "a|"),  # iskola, iskolában
        (r"é\|(?=.)", "e|"),
        # út, utak; madár, madarat: few with back vowels (kar is not kár); levél, levelek; víz, vizet: nearly all
        *((rf"{word.translate(_SHORT)}\|(?=[aá])", f"{word}|") for word in _BACK_SHORTENED.split()),
        (rf"e([^{_VOWEL}]{{1,2}})\|(?=[eé])", r"é\1|"),
        (r"(?<=v)iz\|(?=[eé])", "íz|"),
        (r"(?<=[tfsz])üz\|(?=[eé])", "űz|"),
        # bokor, bokrok; terem, termek; ökör, ökrök; forgalom, forgalmat
        (rf"{_DROPPED}\|(?=[aáou])", r"\1o\2|"),
        (rf"{_DROPPED}\|(?=[eé])", r"\1e\2|"),
        (rf"{_DROPPED}\|(?=[öü])", r"\1ö\2|"),
        (r"(?<=sz|.t|.h)av\|(?=[aá])", "ó|"),  # szó, szavak
        (r"^([th])av\|(?=[aá])", r"\1ó|"),
        (r"(?<=l)ov\|(?=[aá])", "ó|"),
        (r"(?<=[kc])öv\|(?=[eé])", "ő|"),  # kő, kövek
        (r"(?<=cs)öv\|(?=[eé])", "ő|"),
        (r"(?<=[fm])[uüű]v\|(?=[eé])", "ű|"),  # fű, füvek
        (r"(?<=fal)v\|(?=[aá])", "u|"),
    ),
    function_words=(
        "a az egy és vagy de hogy is nem ne sem se ha mint mert pedig azonban illetve valamint avagy ám csak már még "
        "majd meg el ki be le fel föl át rá vissza össze szét ez ezek azok ezt azt ennek annak ebben abban erre arra "
        "aki akik ami amely amelyek amelyet amelynek amikor ahol mely ő ők én te mi ti után alatt között közötti "
        "mellett előtt mögött fölött felett felé szerint miatt nélkül ellen iránt körül által iránti történő való "
        "szóló irányuló vonatkozó során révén útján óta helyett végett keresztül kívül belül együtt"
    ),
    articles="a az egy",
    numbers=(
        "egy egyik első egyes", "két kettő második kettes", "három harmadik hármas", "négy negyedik négyes",
        "öt ötödik ötös", "hat hatodik hatos", "hét hetedik hetes", "nyolc nyolcadik nyolcas",
        "kilenc kilencedik kilences", "tíz tizedik tizes", "tizenegy tizenegyedik", "tizenkét tizenkettő tizenkettedik",
        "húsz huszadik", "harminc harmincadik", "negyven negyvenedik", "ötven ötvenedik", "hatvan hatvanadik",
        "hetven hetvenedik", "nyolcvan nyolcvanadik", "kilencven kilencvenedik", "száz századik", "ezer ezredik",
        "millió", "milliárd",
    ),
    levels={
        "national": "nemzeti országos állami", "regional": "regionális", "county": "megye megyei vármegye",
        "municipal": "városi önkormányzat községi", "district": "járás kerület", "local": "helyi",
        "central": "központi", "international": "nemzetközi", "federal": "szövetségi",
    },
    opposites=(
        "import export", "makro mikro", "hiper hipo", "inter intra", "be ki", "fel le", "pre poszt", "min max",
        "belföldi külföldi", "belső külső", "alsó felső", "köz magán", "nyilvános magán", "törvényes törvénytelen",
        "eladó vevő", "bal jobb", "észak dél", "kelet nyugat", "közvetlen közvetett", "egyenes egyenlő",
    ),
    qualifiers="helyettes volt korábbi egykori al ex új régi ál nem társ megbízott",
)  # fmt: skip
_DOUBLED = re.compile(r"(.+?)(sz|zs|cs|gy|ny|ty|ly|[bcdfghjklmnprstz])(?:el|al|á|é)")


class Hungarian(Chains):
    """Hungarian, with -val/-vel and -vá/-vé, whose v becomes what stands before it."""

    def bare_words(self, word: str) -> Sequence[str]:
        """The word with the v that was assimilated: iskolával as it is, jegyzékkel as jegyzékvel."""
        found = _DOUBLED.fullmatch(word)
        if not found:
            return ()
        stem, letters = found[1], found[2]
        if not stem.endswith(letters[0]):
            return ()
        ending = word[len(stem) + len(letters) :]
        return (f"{stem[:-1]}{letters}v{ending}", f"{stem}{letters}v{ending}")  # the second for watt, wattal


LANGUAGE = Hungarian(FACTS, [endings for _, few in _PARADIGMS for endings in _harmonise(few)])
