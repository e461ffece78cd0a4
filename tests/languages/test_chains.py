"""Languages with chains of endings, moving accents, prefixes: which words of a text are forms of a term's word."""

import pytest

from termcheck.languages import language

FORMS = {
    "fi": (
        "takkoja/takka kukkia/kukka pankeissa/pankki tiedolla/tieto teitä/tie töitä/työ lain/laki ajan/aika "
        "reiän/reikä vapauden/vapaus kuukauden/kuukausi asiakkaiden/asiakas osoitteesta/osoite soittimet/soitin "
        "asiamiehen/asiamies työttömien/työtön paremmissa/parempi kuluneen/kulunut terapioita/terapia taloaan/talo "
        "verkkojenkin/verkko"
    ),
    "hu": (
        "kertek/kert utak/út levelek/levél szavakat/szó tavak/tó falvak/falu bokrok/bokor forgalmának/forgalom "
        "madarat/madár részvénnyel/részvény wattal/watt iskolájában/iskola adataitokból/adat cégeké/cég"
    ),
    "tr": (
        "kitabı/kitap sözcüğün/sözcük rengi/renk psikoloğa/psikolog burnu/burun şehrin/şehir hakkı/hak suyu/su "
        "sitelerinden/sitesi sitesinde/sitesi kurullarının/kurulu evdekiler/ev saati/saat"
    ),
    "el": (
        "ανθρώπουσ/άνθρωποσ χρηστών/χρήστησ κυβερνήσεων/κυβέρνηση προγραμμάτων/πρόγραμμα τραπεζιού/τραπέζι "
        "τραπεζών/τράπεζα ασφαλείασ/ασφάλεια εδάφη/έδαφοσ διεθνούσ/διεθνήσ πρωτεϊνών/πρωτεΐνη υπουργού/υπουργόσ"
    ),
    "id": "mengunduhnya/unduh diunduh/unduh mengirimkan/kirim memasang/pasang menyunting/sunting rumahnyalah/rumah",
    "sw": "watu/mtu miji/mji vyumba/chumba maneno/neno kurasa/ukurasa mbao/ubao ofisini/ofisi vikuu/kikuu vya/cha",
}
OTHERS = {
    "fi": "takkia/takka takkeja/takka kukkoja/kukka lakkia/laki palan/palkka matkalla/kala melodian/melodika",
    "hu": "kertek/keret karok/kár rostok/rosta hálózat/háló városban/vár halál/hal adósság/adó",
    "tr": "tanım/tanı kasaba/kasa kadın/kadı formu/forum sınırı/sinir ingilizce/ingiliz anne/an",
    "el": "νομόσ/νόμοσ τραπέζια/τράπεζα χώρεσ/χώροσ επιτροπή/επίτροποσ",
    "id": "penggunaan/pengguna menteri/teri mentari/tari datang/data kotak/kota",
    "sw": "mpaka/paka msimu/simu mahali/hali makazi/kazi kitu/mtu mtaa/taa",
}


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(code, *pair.split("/")) for code, listed in table.items() for pair in listed.split()]


def are_one(code: str, form: str, term: str) -> bool:
    known = language(code)
    return not set(known.inflections(form)).isdisjoint(known.term_inflections(term, verb=False))


@pytest.mark.parametrize(("code", "form", "term"), pairs(FORMS))
def test_form_of_the_word(code: str, form: str, term: str) -> None:
    assert are_one(code, form, term)


@pytest.mark.parametrize(("code", "form", "term"), pairs(OTHERS))
def test_another_word(code: str, form: str, term: str) -> None:
    assert not are_one(code, form, term)


@pytest.mark.parametrize(
    ("code", "written", "word"),
    [
        ("tr", "İSTANBUL", "istanbul"), ("tr", "IŞIK", "ışık"), ("tr", "SINIR", "sınır"),
        ("tr", "INTERNET", "internet"), ("tr", "TELEVIZYON", "televizyon"), ("tr", "YARDIMSEVER", "yardımsever"),
        ("tr", "KIZILÖTESİ", "kızılötesi"),
        ("el", "διαβατήριό", "διαβατήριο"), ("vi", "hòa", "hoà"), ("vi", "hoàn", "hoàn"), ("vi", "ủy", "uỷ"),
    ],
)  # fmt: skip
def test_spelling_as_it_is_compared(code: str, written: str, word: str) -> None:
    assert language(code).respell(written.lower(), written) == word
