"""Indonesian."""

import re
from collections.abc import Iterator, Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.chains import Chains, chain

_WHOSE = "- nya ku mu"
_STRESS = "- lah kah pun tah"
FACTS = Facts(
    code="id",
    name="Indonesian",
    notes="clitics (-nya, -lah); verbs with me-, di- and the like; doubled words (situs-situs)",
    lexicon="id",
    shortest_stem=2,
    paradigms=(chain(_WHOSE, _STRESS),),
    function_words=(
        "dan atau tetapi tapi namun serta maupun bahwa karena sebab agar supaya jika bila kalau apabila ketika saat "
        "sementara sedangkan sehingga maka yang di ke dari pada kepada daripada dalam untuk bagi oleh dengan tanpa "
        "antara sampai hingga sejak tentang mengenai terhadap atas bawah menurut seperti sebagai demi guna akan telah "
        "sudah sedang masih belum tidak bukan jangan ini itu tersebut adalah ialah merupakan para sang si kaum suatu "
        "sebuah seorang semua setiap tiap beberapa banyak lebih paling sangat juga saja hanya pun lagi per secara "
        "antar selama setelah sebelum sesudah melalui terkait berdasarkan ia dia mereka kami kita"
    ),
    numbers=(
        "satu pertama kesatu", "dua kedua", "tiga ketiga", "empat keempat", "lima kelima", "enam keenam",
        "tujuh ketujuh", "delapan kedelapan", "sembilan kesembilan", "sepuluh kesepuluh", "sebelas kesebelas",
        "puluh", "seratus ratus", "seribu ribu", "juta", "miliar", "triliun",
    ),
    levels={
        "national": "nasional", "provincial": "provinsi gubernur", "regency": "kabupaten bupati",
        "municipal": "kota walikota", "district": "kecamatan", "village": "desa kelurahan",
        "regional": "daerah regional", "central": "pusat", "local": "lokal", "international": "internasional",
        "federal": "federal",
    },
    opposites=(
        "impor ekspor", "makro mikro", "hiper hipo", "inter intra", "pra pasca", "pro anti", "internal eksternal",
        "maksim minim", "pengirim penerima", "penjual pembeli", "publik privat", "umum khusus", "legal ilegal",
        "langsung taklangsung", "utara selatan", "timur barat", "masuk keluar", "atas bawah",
    ),
    qualifiers="wakil mantan eks bekas calon non bukan pejabat plt sementara baru lama palsu pembantu mini",
)  # fmt: skip
_PREFIXES = [
    re.compile(prefix)
    for prefix in (
        "di", "me(?=[lrmnwy])", "mem(?=[bfvp])", "men(?=[dcjsz])", "meng(?=[aiueoghk])", "menge",
        "(?P<p>mem)(?=[aiueo])", "(?P<t>men)(?=[aiueo])", "(?P<s>meny)(?=[aiueo])", "(?P<k>meng)(?=[aiueo])",
    )
]  # fmt: skip
"""What stands before a verb; the groups are called as the first letter of the stem, which it swallows."""
_END = re.compile(r"(?:kan|i)(?=(?:nya|lah|kah|pun|ku|mu)*$)")
_STEM = re.compile(r"(?=.{4})[^aiueo]*[aiueo]+[^aiueo]+[aiueo]")
"""Verbs have two syllables; shorter ones are too often the middle of other words."""


class Indonesian(Chains):
    """Indonesian, whose verbs have prefixes."""

    def bare_words(self, word: str) -> Sequence[str]:
        """The stem of a verb; what stands for its object stays, and is an ending."""
        return list(dict.fromkeys(_verb_stems(word)))


def _verb_stems(word: str) -> Iterator[str]:
    for rest in _without_prefix(word):
        yield from (stem for stem in (rest, _END.sub("", rest)) if _STEM.match(stem))


def _without_prefix(word: str) -> Iterator[str]:
    """Without each prefix that it may have, with the letter that this swallowed."""
    for prefix in _PREFIXES:
        found = prefix.match(word)
        if found:
            yield (found.lastgroup or "") + word[found.end() :]


LANGUAGE = Indonesian(FACTS, ["-"])
