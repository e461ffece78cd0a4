"""Close relatives: frequent words by which languages are told apart that a model of letters takes for one."""

from collections.abc import Collection

from termcheck.lazy import Pattern

_WORDS = {
    label: frozenset(words.split())
    for label, words in {
        "hr": "tko svatko netko nitko gdje ovdje prije poslije uvijek vrijeme dio dijela mjesto mjesta riječ riječi "
        "svijet svijeta cijeli dijete djeca djece predsjednik predsjednika predsjednica sjednica također opći opća "
        "općina uopće priopćio priopćila priopćenje tisuća europski europska europske europskog europskoj tjedan jučer "
        "izvješće suradnja suradnje sigurnost sigurnosti zahtjev zahtjeva cijena cijene dvije obavijest tijekom tvrtka "
        "tvrtke tijelo tijela vijeće vijeća provedba provedbe obitelj obitelji čovjek čovjeka mjera mjere smije "
        "osobni osobnih",
        "sr": "ko šta svako neko niko gde ovde pre posle uvek vreme deo dela mesto mesta reč reči svet sveta celi dete "
        "deca dece predsednik predsednika predsednica sednica takođe opšti opšta opština uopšte saopštio saopštila "
        "saopšteno saopštilo saopštenje hiljada evropski evropska evropske evropskog evropskoj nedelja juče izveštaj "
        "saradnja saradnje bezbednost bezbednosti zahtev zahteva cena cene dve obaveštenje tokom preduzeće telo savet "
        "saveta sprovođenje porodica porodice čovek čoveka mera mere sme lični ličnih",
        "id": "bahwa karena kantor mobil bisa uang yaitu memiliki sedangkan saja layanan berbeda rabu jumat senin "
        "maret agustus mengatakan berkas kesalahan pemerintah rupiah kabupaten provinsi perusahaan kemarin opsi",
        "ms": "bahawa kerana pejabat kereta wang iaitu hendaklah manakala sahaja perkhidmatan berbeza isnin "
        "jumaat ahad mac ogos berkata ialah tiap-tiap ralat fail perlembagaan pertubuhan mana-mana kerajaan ringgit "
        "syarikat perdana semalam peribadi",
        "da": "af nogle noget nogen blev mellem meget efter selv hvad hvordan hvis ud op jeg mig dig nu kun blot sagde "
        "fremlagde mod uden ingen hende gør lave ikke frem også en et siger oplyser virksomhed",
        "no": "av noen noe ble mellom mye etter selv hva hvordan hvis ut opp jeg meg deg nå bare mot uten henne gjør "
        "ikke fram også en et sier opplyser virksomhet ifølge være",
        "nn": "av nokon noko vart mellom mykje etter sjølv kva korleis viss ut opp eg meg deg berre mot utan ho gjer "
        "ikkje fram òg ein eit seier verksemd frå dei deira vere kvar kven me skal",
    }.items()
}
"""ISO 639 code (``no`` is Bokmål) -> words of it; one that two relatives share speaks against the third only."""
_CLOSE = (frozenset({"hr", "sr"}), frozenset({"id", "ms"}), frozenset({"da", "no", "nn"}))
_ODDS = 4.0
"""How much likelier a language becomes by one of its words."""
_MOST = 10
_WORD = Pattern(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def odds(text: str, candidates: Collection[str]) -> dict[str, float]:
    """For close relatives among the candidates, how much likelier the words of a text make each of them."""
    found = {}
    for group in _CLOSE:
        relatives = group.intersection(candidates)
        if len(relatives) > 1:
            words = {match[0] for match in _WORD.finditer(text.lower())}
            hits = {label: len(words & _WORDS[label]) for label in relatives}
            fewest = min(hits.values())
            found.update({label: _ODDS ** min(count - fewest, _MOST) for label, count in hits.items()})
    return found
