"""Hebrew."""

from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import forms
from termcheck.languages.families.semitic import Clitics

_MEDIAL = str.maketrans("ךםןףץ", "כמנפצ")
_LETTERS = "א ב ג ד ז ח ט כ ל מ נ ס ע פ צ ק ר ש ת"
_MARKS = (*map(chr, range(0x591, 0x5BE)), "\u05bf", "\u05c1", "\u05c2", "\u05c4", "\u05c5", "\u05c7")
_PLURAL = "ים י יו ינו יכם יכן יהם יהן ייך"
_FEMININE_PLURAL = "ות ותי ותיך ותיו ותיה ותינו ותיכם ותיכן ותיהם ותיהן ותם ותן"
_T = f"תי תך תו תה תנו תכם תכן תם תן {_FEMININE_PLURAL}"


def _shaped(vowel: str, endings: str) -> tuple[str, ...]:
    """Paradigms of words whose last letter but one is the vowel: פתוח, גדול, צעיר."""
    return tuple("2+ " + forms(vowel + letter, endings)[0].translate(_MEDIAL) for letter in _LETTERS.split())


_SHAPED_ENDINGS = f"- ה ים ות {_FEMININE_PLURAL}"
_PARTICIPLE = "4+ - ים ות ת"

FACTS = Facts(
    code="he",
    name="Hebrew",
    notes="one-letter words before the word; vowel signs may lack; gershayim or a quotation mark in abbreviations",
    lexicon="he",
    letters=(
        *((mark, "") for mark in _MARKS),
        *((final, medial) for final, medial in zip("ךםןףץ", "כמנפצ", strict=True)),
        ("״", '"'), ("”", '"'), ("“", '"'), ("׳", "'"),
    ),
    paradigms=(
        *(paradigm.translate(_MEDIAL) for paradigm in (
            f"- {_PLURAL}",  # עובד
            "4+ - ו נו כם כן", "5+ - ך", "5+ - ם", "5+ - ן",  # his, our, your, thy, their
            f"2+ ה ת {_T}",  # חברה
            f"2+ ת תות {_T}",  # רשת
            f"3+ ת {_FEMININE_PLURAL}",  # מסגרת
            "2+ ות ויות ויותי ויותיו ויותיה ויותיהם ותי ותו ותה ותם ותנו",  # סמכות
            "2+ י ית יים יות",  # adjectives: ציבורי
            f"5+ - ת {_PLURAL} {_FEMININE_PLURAL}",  # longer adjectives and participles: ממומן
            "5+ - ית יות ים",
        )),
        _PARTICIPLE,
        *_shaped("ו", _SHAPED_ENDINGS),
        *_shaped("י", _SHAPED_ENDINGS),
        *_shaped('"', "- ים ית ות יות י"),
        *("0+ " + words.translate(_MEDIAL) for words in (
            *forms("זר חדש קטן ישן חכם רע טוב רב חזק קל קשה יקר רחב קצר לבן חם קר חי מת", "- ה ים ות"),
            *forms("כוח לוח קול סוד חוב דוח רוח מוח דור מקור שולחן", "- ות ותי ותיו ותיהם ים י"),
            *forms("שנ מיל ביצ", "ה ת ים ות י"),
            "בית ביתי ביתו ביתה ביתם בתים בתי בתיהם בתינו", "עיר ערים ערי עירו", "איש אנשים אנשי",
            "אישה אשה אשת נשים נשות", "בן בנו בנים בני בניו", "בת בתו בנות בנותיו", "יום ימים ימי", "אח אחים אחי אחיו",
            "אב אבי אבות אבותיו", "צד צדדים צדדי צידי", "ראש ראשים ראשי", "עניין ענייני עניינים",
            *forms("מור נכ מבנ מחנ משק מקר מעש קצ חוז שד", "ה ים י ות ת"),
        )),
    ),
    function_words=(
        "של את על אל עם בין לבין או גם אך אבל אלא כי אם אשר ש ה ו ב כ ל מ לפי עד מן אצל ללא בלי "
        "בלא מול נגד תוך לאחר אחרי לפני מאז כדי למען בגלל עקב בשל ידי אף רק לא אין יש היה היתה "
        "הייתה היו יהיה תהיה הוא היא הם הן אני אנחנו אתה את זה זו זאת אלה אלו כל כמו כך כן לכן "
        "כאשר כש מה מי איזה שבו שבה שלו שלה שלהם שלנו אותו אותה אותם לו לה להם לנו בו בה בהם "
        "ממנו ממנה עליו עליה באמצעות לגבי בנוגע בעניין ביחס מתוך כלפי לעומת למרות עוד יותר פחות "
        "מאוד כבר שוב"
    ).translate(_MEDIAL),
    numbers=tuple(words.translate(_MEDIAL) for words in (
        "אחד אחת", "שניים שתיים שני שתי", "שלושה שלוש", "ארבעה ארבע", "חמישה חמש", "שישה שש", "שבעה שבע", "שמונה",
        "תשעה תשע", "עשרה עשר", "מאה", "אלף", "מיליון", "מיליארד", "ראשון ראשונה ראשונים", "שנייה שניה", "שלישי שלישית",
        "רביעי רביעית", "חמישי חמישית", "שישי שישית", "שביעי שביעית", "שמיני שמינית", "תשיעי תשיעית", "עשירי עשירית",
    )),
    levels={
        "national": "לאומי ממלכתי ארצי פדרלי", "provincial": "פרובינצי", "regional": "אזורי",
        "municipal": "עירוני עיריי", "district": "מחוזי נפתי", "local": "מקומי", "international": "בינלאומי",
    },
    opposites=tuple(words.translate(_MEDIAL) for words in (
        "יבוא ייבוא יצוא ייצוא", "חוקי בלתי", "פנימי חיצוני", "ציבורי פרטי", "ישיר עקיף", "צפון דרום מזרח מערב",
        "צפוני דרומי מזרחי מערבי", "עליון תחתון", "רשמי", "מיקרו מקרו", "היפר היפו", "נכנס יוצא", "אנדו אקסו",
    )),
    qualifiers=(
        "סגן לשעבר לא אי בלתי חדש חדשה ישן ישנה ממלא משנה עוזר בכיר זוטר כבוד נשיא ראשי תת אנטי פוסט פרו"
    ).translate(_MEDIAL),
)  # fmt: skip
_FRONTS = {
    "ה": 2, "וה": 2, "שה": 2, "ושה": 2, "כשה": 2, "וכשה": 2, "מה": 3, "ומה": 3, "לכשה": 3,
    "ו": 3, "ב": 3, "וב": 3, "שב": 3, "ושב": 3, "כשב": 3, "ל": 3, "ול": 3, "של": 3, "ושל": 3,
    "כ": 4, "וכ": 4, "כש": 4, "וכש": 4, "מ": 4, "ומ": 4, "שמ": 4, "ושמ": 4, "ש": 4, "וש": 4, "מש": 4,
}  # fmt: skip
"""Clitics, and the letters that must be left: מ and ש begin too many words of their own."""
_OWN = (
    "מספר מכתב מחקר מרכז משרד משקל מחשב מכשיר מערכ מדבר מסחר מגזר מסמך מטבח מבצע מבחן מגדל מקדש "
    "מרחב משפט משטר מזכר מנהל מנהיג מעבד מעביד מעסיק משפחה משקיע מוסד משקיפ מאמנ מפעל מקרר מקרה "
    "מכללה מניעה משמר משחק מצלמה מסלול בחירות ביטוח ביטחונ בעיה בריאות בגרות בורר ברית בניינ "
    "בטיחות כתובת לאומ לוחמ לימוד לקוח לחימ לשכה שירות שכונ שולחנ שלטונ שותפ שיטה שיטות שביתה "
    "ועדה ועדות ועידה ויכוח ותיק וידאו"
)
"""Words that begin with such a letter: without it מספר (number) would be ספר (book)."""
_SHAPED = _shaped("ו", _SHAPED_ENDINGS)
_FEMININES = {
    str(FACTS.paradigms.index(paradigm)): 4 if paradigm == _PARTICIPLE else 2 for paradigm in (_PARTICIPLE, *_SHAPED)
}
"""Number of a paradigm with a feminine -> letters of the stem of a word of four letters."""


def _joins_nouns(number: str, stem: str = "") -> bool:
    return stem[:1] == "מ" and _FEMININES.get(number) == len(stem)


class Hebrew(Clitics):
    """Short nouns in mem have another feminine beside them: מעבד (processor), מעבדה (laboratory)."""

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The keys of the endings, but those that join two such nouns."""
        keys = super().term_inflections(word, verb=verb)
        return [key for key in keys if not _joins_nouns(*key.split(":"))] if len(keys) > 1 else keys


LANGUAGE = Hebrew(FACTS, _FRONTS, _OWN.translate(_MEDIAL), article="ה", swallows="ב כ ל")
