"""What texts in older encodings look like, language by language: their letters and most frequent words.

The lists are general knowledge of the languages.
"""

import re
from typing import NamedTuple


class Alphabet(NamedTuple):
    """A language's letters beyond ASCII, and its most frequent words."""

    letters: frozenset[str]
    """None for English, which has its words with such letters from all the others."""
    words: frozenset[str]


def _with(letters: str, words: str) -> Alphabet:
    return Alphabet(frozenset(letters + letters.upper().replace("SS", "")), frozenset(words.split()))


def latin() -> dict[str, tuple[Alphabet, ...]]:
    """Encoding -> the alphabets of the languages that are written in it with Latin letters."""
    english = "the of and to in is for that on with as by was at from"
    return {
        "cp1252": (
            _with("", english),
            _with("àâæçéèêëîïôœùûüÿ", "le la les de des du et un une que est dans pour par sur au qui ne pas il"),
            _with("äöüß", "der die das und in den von zu mit ist des dem nicht ein eine auf für im sich"),
            _with("áéíóúüñ", "de la que el en y a los del se las por un para con no una su al lo"),
            _with("áâãàçéêíóôõúü", "de a o que e do da em um para com não uma os no se na por mais as dos"),
            _with("àèéìíîòóù", "di che e la il un a per in non una del le si con i della da dei al nel"),
            _with("æøåéüäö", "og i at det en den til er som på de med af for ikke der var et han har"),
            _with("åäöé", "och i att det en som på är av för med den till inte har de ett om ja on se ei että"),
            _with("áðéíóúýþæö", "og að í á er sem til um við af hann en var það ekki"),
            _with("éëïèóüöáí", "de het een en van in is dat op te zijn met voor niet aan er om ook als"),
        ),
        "cp1250": (
            _with("ąćęłńóśźż", "i w na z do nie się że o to jest za od po jak dla przez oraz"),
            _with("áčďéěíňóřšťúůýž", "a v se na je že o s z do i k pro za by ve jako po od"),
            _with("áäčďéíĺľňóôŕšťúýž", "a v sa na je že o s z do aj k pre za by vo ako po od"),
            _with("áéíóöőúüű", "a az és hogy nem is egy ez de meg csak volt mint van el már"),
            _with("âăîşţșț", "de în a la cu pe care nu un o din este se mai să pentru au"),
            _with("čćđšž", "i u je na se da za su od o ne iz s koji kao in v ki pa"),
        ),
        "cp1254": (_with("çğıöşüâî", "ve bir bu da de için ile olarak çok olan daha ne o gibi en"),),
        "cp1257": (
            _with("āčēģīķļņšūž", "un ir ar par no uz ka bet kas tas ar pie to"),
            _with("ąčęėįšųūž", "ir kad yra su ne iš į bet tai jis kaip o apie dėl"),
            _with("äöõüšž", "ja on ei et see oli kui ka ta oma selle mis"),
        ),
        "cp1258": (
            _with(
                "àáâãèéêìíòóôõùúýăđĩũơư\u0300\u0301\u0303\u0309\u0323₫", "là và của các có được cho trong một không"
            ),
        ),
    }  # fmt: skip


class Letters(NamedTuple):
    """What words of a script look like that has its own letters."""

    script: str
    """How the Unicode names of its letters begin."""
    frequent: frozenset[str]
    usual: float
    """Smallest share of the frequent letters."""
    vowels: frozenset[str]
    impossible: re.Pattern[str] | None
    """What no word holds."""


def _letters(script: str, frequent: str, usual: float, vowels: str = "", impossible: str | None = None) -> Letters:
    pattern = re.compile(impossible) if impossible else None
    return Letters(script, frozenset(frequent), usual, frozenset(vowels), pattern)


def by_script() -> dict[str, Letters]:
    """Encoding -> what its letters beyond Latin ones are like."""
    cyrillic = _letters("CYRILLIC", "оеаинтсрвлкмдпу", 0.6, "аеёиоуыэюяіїє")
    greek = _letters("GREEK", "αοιετσνηυρπκμλςάόίέή", 0.7, "αεηιουωάέήίόύώϊϋ", "ς[α-ω]|σ(?![α-ωά-ώ])")
    hebrew = _letters("HEBREW", "יוהלאתרבםמשנ", 0.55, "", "[םןךףץ][א-ת]|[מנצפכ](?![א-ת'\"׳״])")
    arabic = _letters("ARABIC", "اليمنروتبةعدفسهكقحأ", 0.7, "", "ة[ء-ي]|ى[ء-ي]|(?<![ء-ي])[ً-ْ]")
    thai = _letters(
        "THAI", "านรอกเงมยลวดทสตะปบคหแ่้ัิีุ์ไจขพช", 0.8, "",
        "(?:^|[^ก-ฮ็-๎ัิ-ฺ])[ัิ-ฺ็-๎]|[ัิ-ฺ][ัิ-ฺ]|[เแโใไ](?![ก-ฮ])|[ก-๎]฿|฿[ก-๎]",
    )  # fmt: skip
    return {
        "cp1251": cyrillic, "koi8-r": cyrillic, "cp866": cyrillic, "cp1253": greek, "cp1255": hebrew, "cp1256": arabic,
        "cp874": thai,
    }  # fmt: skip
