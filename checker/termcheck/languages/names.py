"""Names of languages, in English, in the language itself and in those in which term bases are headed."""

from collections.abc import Mapping

_LONGEST = 60
"""Characters of a text that is looked at; no name of a language and a country has more."""


def plain(text: str) -> str:
    """A name as it is compared: lower case, without what is neither letter nor digit."""
    return "".join(filter(str.isalnum, text.casefold()))


_NAMES: Mapping[str, str] = {
    "af": "afrikaans",
    "sq": "albanian|shqip|albanisch",
    "am": "amharic|አማርኛ",
    "ar": "arabic|العربية|arabisch|arabe|árabe|阿拉伯语|阿文",
    "hy": "armenian|հայերեն",
    "az": "azerbaijani|azərbaycan",
    "eu": "basque|euskara",
    "be": "belarusian|беларуская",
    "bn": "bengali|bangla|বাংলা",
    "bs": "bosnian|bosanski",
    "bg": "bulgarian|български|bulgarisch",
    "my": "burmese|မြန်မာ",
    "ca": "catalan|català",
    "zh": "chinese|中文|汉语|漢語|chinesisch|chinois|chino|китайский|中国語|중국어",
    "zh-Hans": "simplified chinese|简体中文|简体|简中",
    "zh-Hant": "traditional chinese|繁體中文|繁体中文|繁體|繁中",
    "hr": "croatian|hrvatski|kroatisch",
    "cs": "czech|čeština|tschechisch|tchèque|checo",
    "da": "danish|dansk|dänisch|danois",
    "nl": "dutch|nederlands|niederländisch|néerlandais|holandés",
    "en": "english|englisch|anglais|inglés|inglese|английский|英文|英语|英語|영어|الإنجليزية",
    "eo": "esperanto",
    "et": "estonian|eesti|estnisch",
    "fi": "finnish|suomi|finnisch|finnois",
    "fr": "french|français|französisch|francés|francese|французский|法文|法语|法語|フランス語|프랑스어",
    "gl": "galician|galego",
    "ka": "georgian|ქართული",
    "de": "german|deutsch|allemand|alemán|tedesco|немецкий|德文|德语|德語|ドイツ語|독일어",
    "el": "greek|ελληνικά|griechisch|grec",
    "gu": "gujarati|ગુજરાતી",
    "he": "hebrew|עברית|hebräisch",
    "hi": "hindi|हिन्दी|हिंदी",
    "hu": "hungarian|magyar|ungarisch|hongrois",
    "is": "icelandic|íslenska",
    "id": "indonesian|bahasa indonesia",
    "ga": "irish|gaeilge",
    "it": "italian|italiano|italienisch|italien|итальянский|意大利语",
    "ja": "japanese|日本語|japanisch|japonais|japonés|японский|日文|日语|日語|일본어",
    "kn": "kannada|ಕನ್ನಡ",
    "kk": "kazakh|қазақша",
    "km": "khmer|ខ្មែរ",
    "ko": "korean|한국어|koreanisch|coréen|coreano|корейский|韩文|韩语|韓語|韓国語",
    "ky": "kyrgyz|кыргызча",
    "lo": "lao|ລາວ",
    "la": "latin",
    "lv": "latvian|latviešu|lettisch",
    "lt": "lithuanian|lietuvių|litauisch",
    "mk": "macedonian|македонски",
    "ms": "malay|bahasa melayu",
    "ml": "malayalam|മലയാളം",
    "mt": "maltese|malti",
    "mr": "marathi|मराठी",
    "mn": "mongolian|монгол",
    "ne": "nepali|नेपाली",
    "nb": "norwegian bokmål|norsk bokmål|bokmål",
    "nn": "norwegian nynorsk|nynorsk",
    "no": "norwegian|norsk|norwegisch",
    "ps": "pashto",
    "fa": "persian|farsi|فارسی|persisch",
    "pl": "polish|polski|polnisch|polonais|polaco|польский",
    "pt": "portuguese|português|portugiesisch|portugais|portugués|portoghese|португальский|葡萄牙语",
    "pt-BR": "brazilian portuguese|português brasileiro",
    "pa": "punjabi|ਪੰਜਾਬੀ",
    "ro": "romanian|română|rumänisch|roumain",
    "ru": "russian|русский|russisch|russe|ruso|russo|俄文|俄语|俄語|ロシア語|러시아어",
    "sr": "serbian|српски|srpski|serbisch",
    "si": "sinhala|සිංහල",
    "sk": "slovak|slovenčina|slowakisch",
    "sl": "slovenian|slovene|slovenščina|slowenisch",
    "so": "somali",
    "es": "spanish|español|castellano|spanisch|espagnol|spagnolo|испанский|西班牙文|西班牙语|スペイン語|스페인어",
    "sw": "swahili|kiswahili",
    "sv": "swedish|svenska|schwedisch|suédois|sueco",
    "tl": "tagalog|filipino",
    "tg": "tajik|тоҷикӣ",
    "ta": "tamil|தமிழ்",
    "te": "telugu|తెలుగు",
    "th": "thai|ไทย|泰语",
    "bo": "tibetan|藏语|藏文",
    "tk": "turkmen",
    "tr": "turkish|türkçe|türkisch|turc|turco",
    "uk": "ukrainian|українська|ukrainisch",
    "ur": "urdu|اردو",
    "ug": "uyghur|维吾尔语|ئۇيغۇرچە",
    "uz": "uzbek|oʻzbek",
    "vi": "vietnamese|tiếng việt|vietnamesisch|越南语",
    "cy": "welsh|cymraeg",
    "yi": "yiddish",
    "zu": "zulu|isizulu",
    "*": "all languages|any language|alle sprachen|所有语言",
}  # fmt: skip
_LANGUAGE_OF: Mapping[str, str] = {plain(name): code for code, names in _NAMES.items() for name in names.split("|")}
_PLACES: Mapping[str, str] = {
    "GB": "uk|gb|united kingdom|great britain|british|britain",
    "US": "us|usa|united states|american|america",
    "AU": "australia|australian",
    "CA": "canada|canadian|canadien",
    "IN": "india",
    "DE": "germany|deutschland",
    "AT": "austria|österreich",
    "CH": "switzerland|schweiz|suisse",
    "FR": "france",
    "BE": "belgium",
    "ES": "spain|españa",
    "MX": "mexico|méxico",
    "AR": "argentina",
    "419": "latin america|latinoamérica",
    "PT": "portugal",
    "BR": "brazil|brasil",
    "Hans": "simplified|hans|简体",
    "Hant": "traditional|hant|繁體|繁体",
    "CN": "china|prc|mainland",
    "TW": "taiwan|台灣",
    "HK": "hong kong|香港",
    "Latn": "latin script|latin",
    "Cyrl": "cyrillic",
}  # fmt: skip
_PLACE_OF: Mapping[str, str] = {plain(name): code for code, names in _PLACES.items() for name in names.split("|")}


def named_language(text: str) -> str:
    """The tag of the language that a text names, perhaps with a country or a script; empty where it names none.

    >>> named_language("English (UK)"), named_language("Deutsch"), named_language("Note"), named_language("de")
    ('en-GB', 'de', '', '')
    """
    if len(text) > _LONGEST:
        return ""
    if code := _LANGUAGE_OF.get(plain(text), ""):
        return code
    words = "".join(char if char.isalnum() else " " for char in text).split()
    for cut in range(1, len(words)):
        for name, place in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            language = _LANGUAGE_OF.get(plain("".join(name)), "")
            region = _PLACE_OF.get(plain("".join(place)), "")
            if language and region and "-" not in language:
                return f"{language}-{region}"
    return ""
