"""Turkish."""

from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.chains import Chains, chain
from termcheck.languages.folding import fold, strip_accents

_HARMONY = (("a", "ı"), ("e", "i"), ("a", "u"), ("e", "ü"))
"""The vowels of endings after each kind of stem."""
_FRONT, _ROUND = "eiöü", "ou"
_VOWEL = "aeıioöuü"


def _harmonise(text: str, low: str, high: str) -> str:
    """Endings written with A and I, after a plural with J, with the vowels of one kind of stem."""
    return text.replace("A", low).replace("I", high).replace("J", "ı" if low == "a" else "i")


_REST = "dAki tAki dAkiler takiler dAkilerin dAkileri dAkilere dAkilerden dAkini dAkinin dIr tIr"
_CASE = f"- I A dA tA dAn tAn In lA {_REST}"
_CASE_OF_VOWELS = f"- yI yA dA dAn nIn ylA {_REST}"
_OF_PLURAL = _CASE.replace("I", "J")
_AFTER_OWN = "- nI nA ndA ndAn nIn ylA ndAki ndAkiler ndAkilerin dIr"
_PLURAL = " ".join(
    (chain("lAr", _OF_PLURAL), chain("lArJm lArJmJz lArJnJz", _OF_PLURAL), chain("lArJ", _AFTER_OWN.replace("I", "J")))
)
_OWNED = f"{chain('ImIz InIz', _CASE)} {chain('I', _AFTER_OWN)} {_PLURAL}"
_OWNED_VOWEL = f"{chain('mIz nIz', _CASE)} {chain('sI', _AFTER_OWN)} {_PLURAL}"
_PARADIGMS = (
    (f"{_CASE} {_OWNED}", "- lAr"),  # after consonants
    (f"{_CASE_OF_VOWELS} {_OWNED_VOWEL}", "- lAr"),  # after vowels
    (_OWNED, "I lArJ"),  # compounds, whose last word is possessed: yönetim kurulu
    (_OWNED_VOWEL, "sI lArJ"),  # internet sitesi
    (f"5+ {chain('Im In', _CASE)}", "5+ -"),  # of short words, these are rather other words: tanı, tanım
    (f"5+ {chain('m n', _CASE)}", "5+ -"),
)
FACTS = Facts(
    code="tr",
    name="Turkish",
    notes="dotted and dotless i are told apart, in capitals too; capitals of ASCII alone are taken for either",
    lexicon="tr",
    shortest_stem=2,
    paradigms=tuple(_harmonise(full, low, high) for full, _ in _PARADIGMS for low, high in _HARMONY),
    alternations=(
        (rf"b\|(?=[{_VOWEL}])", "p|"),
        (rf"c\|(?=[{_VOWEL}])", "ç|"),
        (rf"d\|(?=[{_VOWEL}])", "t|"),
        (rf"(ğ|(?<=n)g)\|(?=[{_VOWEL}])", "k|"),
        (rf"(?<=lo)ğ\|(?=[{_VOWEL}])", "g|"),  # psikolog
        # şehir, şehri; akıl, aklı; ömür, ömrü; burun, burnu (but form, formu is not forum)
        (rf"([ei][^{_VOWEL}])([^{_VOWEL}])\|(?=[ei])", r"\1i\2|"),
        (rf"([aı][^{_VOWEL}])([^{_VOWEL}])\|(?=[aı])", r"\1ı\2|"),
        (rf"([öü][^{_VOWEL}])([^{_VOWEL}])\|(?=[eü])", r"\1ü\2|"),
        (rf"(u[^{_VOWEL}]|oğ|(?<=[bk])oy)([^{_VOWEL}])\|(?=[au])", r"\1u\2|"),
        (r"(vak|ak)([td])\|(?=[ei])", r"\1i\2|"),
        (rf"([kstfrmzdb])\1\|(?=[{_VOWEL}])", r"\1|"),  # hak, hakkı
        (rf"([zf][ae]n)n\|(?=[{_VOWEL}])", r"\1|"),
        (rf"(?<![{_VOWEL}])suy\|(?=[{_VOWEL}])", "su|"),
    ),
    function_words=(
        "ve veya ya da de ile için ki ama fakat ancak ise eğer çünkü gibi kadar göre karşı doğru dolayı ötürü beri "
        "önce sonra üzere rağmen dair ait ilişkin kadar dek değin yana başka bir bu şu o bunlar şunlar onlar bunun "
        "onun bazı her hiç tüm bütün birçok hem ne mi mı mu mü daha en çok az çeşitli olan olarak olduğu eden edilen "
        "tarafından arasında üzerinde altında içinde dışında hakkında yönelik bağlı"
    ),
    numbers=(
        "bir birinci", "iki ikinci", "üç üçüncü", "dört dördüncü", "beş beşinci", "altı altıncı", "yedi yedinci",
        "sekiz sekizinci", "dokuz dokuzuncu", "on onuncu", "yirmi yirminci", "otuz otuzuncu", "kırk kırkıncı",
        "elli ellinci", "altmış", "yetmiş", "seksen", "doksan", "yüz yüzüncü", "bin bininci", "milyon", "milyar",
    ),
    levels={
        "national": "ulusal milli", "regional": "bölge", "provincial": "il ilin iller valili", "municipal": "belediye",
        "district": "ilçe", "central": "merkez", "local": "yerel", "international": "uluslararası",
    },
    opposites=(
        "ihracat ithalat", "ihraç ithal", "giriş çıkış", "girdi çıktı", "iç dış", "alt üst", "ön arka", "asgari azami",
        "makro mikro", "hiper hipo", "inter intra", "alıcı satıcı", "kamu özel", "artı eksi", "yasal yasadışı",
        "doğrudan dolaylı", "eşzamanlı eşzamansız", "kuzey güney", "doğu batı",
    ),
    qualifiers="eski yeni yardımcı vekil eş başkan sözde sahte gayri eski",
)  # fmt: skip


_PLAIN = str.maketrans("âîû", "aiu")


class Turkish(Chains):
    """Turkish, with its two letters i."""

    def __init__(self) -> None:
        """Nothing to choose."""
        term_endings = [_harmonise(few, low, high) for _, few in _PARADIGMS for low, high in _HARMONY]
        super().__init__(FACTS, term_endings)
        self.respells = True

    def respell(self, word: str, written: str) -> str:
        """Lower case by the rules of Turkish: İ is i, I is ı, unless ASCII capitals must be another language's.

        The circumflex, which many leave out, makes no other word: zekâ is zeka.
        """
        if "I" not in written and "İ" not in written:
            return word.translate(_PLAIN)
        lowered = fold(written.replace("İ", "i").replace("I", "ı"))
        return _read_foreign(lowered) if written.isascii() else lowered.translate(_PLAIN)

    def upper(self, text: str) -> str:
        """Capitals with İ for i."""
        return text.replace("i", "İ").upper()

    def bare_capitals(self, word: str) -> Sequence[str]:
        """What is read where the word stands in capitals of ASCII alone, with its endings (ISCILER) or without."""
        plain = strip_accents(word)
        capitals = plain.replace("ı", "i").upper()
        return tuple(read for read in dict.fromkeys((self.respell(fold(capitals), capitals), plain)) if read != word)

    def is_word(self, word: str) -> bool:
        """Also as it is folded without the rules of Turkish."""
        return super().is_word(word.replace("i̇", "i"))


def _following_vowels(word: str) -> list[str]:
    """For each letter the next vowel after it that is no ı; empty where there is none."""
    following, latest = [], ""
    for letter in reversed(word):
        following.append(latest)
        latest = letter if letter in _VOWEL and letter != "ı" else latest
    return following[::-1]


def _read_foreign(word: str) -> str:
    """INTERNET, TELEVIZYON: an ı that cannot stand beside the vowels of its word was meant for an i."""
    if any(letter in word for letter in "qwx"):
        return word.replace("ı", "i")
    letters, before = [], ""
    for letter, after in zip(word, _following_vowels(word), strict=True):
        read = letter
        if letter == "ı":
            read = "i" if (before or after) in _FRONT and (before or after) else letter
            read = "i" if not before and after and after in _ROUND else read
        before = read if read in _VOWEL else before
        letters.append(read)
    return "".join(letters)


LANGUAGE = Turkish()
