"""Detection by words: one news sentence a language, among all languages and among its nearest ones."""

import pytest

from termcheck.languages.choosing.detection import detect

NEWS = {
    "nb": "Regjeringen la i går fram et forslag om strengere regler for innhenting av personopplysninger på nettet.",
    "nn": "Regjeringa la i går fram eit framlegg om strengare reglar for innsamling av personopplysningar på nettet.",
    "da": "Regeringen fremlagde i går et forslag om strengere regler for indsamling af personoplysninger på nettet.",
    "sv": "Regeringen lade i går fram ett förslag om strängare regler för insamling av personuppgifter på nätet.",
    "de": "Die Regierung hat gestern strengere Regeln für die Erhebung personenbezogener Daten vorgeschlagen.",
    "nl": "De regering stelde gisteren strengere regels voor het verzamelen van persoonsgegevens op internet voor.",
    "en": "The government yesterday proposed stricter rules for the collection of personal data on the internet.",
    "fr": "Le gouvernement a proposé hier des règles plus strictes pour la collecte de données personnelles.",
    "es": "El gobierno propuso ayer normas más estrictas para la recogida de datos personales en internet.",
    "pt": "O governo propôs ontem regras mais rigorosas para a recolha de dados pessoais na internet.",
    "gl": "O goberno propuxo onte normas máis estritas para a recollida de datos persoais na internet.",
    "ca": "El govern va proposar ahir normes més estrictes per a la recollida de dades personals a internet.",
    "it": "Il governo ha proposto ieri regole più severe per la raccolta di dati personali su internet.",
    "ro": "Guvernul a propus ieri reguli mai stricte pentru colectarea datelor cu caracter personal pe internet.",
    "pl": "Rząd zaproponował wczoraj surowsze zasady zbierania danych osobowych w internecie.",
    "cs": "Vláda včera navrhla přísnější pravidla pro sběr osobních údajů na internetu, uvedlo ministerstvo.",
    "sk": "Vláda včera navrhla prísnejšie pravidlá na zber osobných údajov na internete, uviedlo ministerstvo.",
    "hr": "Vlada je jučer predložila stroža pravila za prikupljanje osobnih podataka, priopćio je predsjednik.",
    "sr-Latn": "Vlada je juče predložila stroža pravila za prikupljanje ličnih podataka, saopštio je predsednik.",
    "hu": "A kormány tegnap szigorúbb szabályokat javasolt a személyes adatok gyűjtésére az interneten.",
    "fi": "Hallitus ehdotti eilen tiukempia sääntöjä henkilötietojen keräämiselle internetissä.",
    "tr": "Hükümet dün internette kişisel verilerin toplanması için daha sıkı kurallar önerdi.",
    "id": "Pemerintah kemarin mengusulkan aturan yang lebih ketat karena banyak keluhan tentang data pribadi.",
    "ms": "Kerajaan semalam mencadangkan peraturan yang lebih ketat kerana banyak aduan tentang data peribadi.",
    "vi": "Hôm qua chính phủ đề xuất các quy định chặt chẽ hơn về việc thu thập dữ liệu cá nhân trên mạng.",
    "sw": "Serikali jana ilipendekeza sheria kali zaidi za ukusanyaji wa data za kibinafsi kwenye mtandao.",
    "ru": "Правительство вчера предложило более строгие правила сбора персональных данных в интернете.",
    "uk": "Уряд учора запропонував суворіші правила збору персональних даних в інтернеті.",
    "bg": "Правителството предложи вчера по-строги правила за събирането на лични данни в интернет.",
    "sr-Cyrl": "Влада је јуче предложила строжа правила за прикупљање личних података на интернету.",
    "ar": "اقترحت الحكومة أمس قواعد أكثر صرامة لجمع البيانات الشخصية على الإنترنت.",
    "fa": "دولت دیروز قوانین سخت‌گیرانه‌تری برای جمع‌آوری داده‌های شخصی در اینترنت پیشنهاد کرد.",
    "hi": "सरकार ने कल इंटरनेट पर व्यक्तिगत डेटा के संग्रह के लिए सख़्त नियमों का प्रस्ताव रखा।",
}
NEAREST = [
    ("nb", "nn", "da", "sv"), ("hr", "sr-Latn"), ("id", "ms"), ("cs", "sk", "pl"), ("uk", "ru", "bg", "sr-Cyrl"),
    ("pt", "es", "ca", "gl"), ("it", "ro", "fr", "es"), ("ar", "fa"), ("de", "nl", "en"),
]  # fmt: skip
FAR = tuple(lang for lang in NEWS if lang not in {"nn", "da", "hr", "ms", "gl", "sk", "sr-Cyrl"})


@pytest.mark.parametrize(
    ("lang", "candidates"), [(lang, group) for group in NEAREST for lang in group], ids=lambda value: str(value)[:40]
)
def test_a_sentence_is_told_from_its_nearest_languages(lang: str, candidates: tuple[str, ...]) -> None:
    assert detect(NEWS[lang], candidates) == lang


@pytest.mark.parametrize("lang", FAR)
def test_a_sentence_is_told_among_many_languages(lang: str) -> None:
    assert detect(NEWS[lang], FAR) == lang


@pytest.mark.parametrize("text", ["", "2022-08-28", "ABC 123", "Xi"])
def test_too_little_text_is_no_language(text: str) -> None:
    assert detect(text, ("en", "de", "fr")) is None


@pytest.mark.parametrize("lang", ["fi", "pl", "tr", "vi", "ru"])
def test_a_text_in_none_of_the_candidates_is_none(lang: str) -> None:
    assert detect(NEWS[lang], ("en", "de", "es")) is None


def test_the_tag_comes_back_as_given() -> None:
    assert detect(NEWS["de"], ("de-CH", "en-GB")) == "de-CH"
    assert detect(NEWS["id"], ("in", "en")) == "in"
    assert detect(NEWS["nb"], ("no", "en")) == "no"


def test_a_relative_that_is_no_candidate_does_not_make_it_unsure() -> None:
    assert detect(NEWS["hr"], ("sr-Latn", "en")) == "sr-Latn"
    assert detect(NEWS["ms"], ("id", "en")) == "id"
