"""Korean."""

from collections.abc import Sequence
from functools import cached_property
from itertools import product

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic
from termcheck.lazy import Pattern

_AFTER_ANY = (
    "에 에서 에게 에게서 한테 한테서 께 께서 까지 부터 에서부터 조차 마저 처럼 보다 마다 대로 뿐 만큼 만 하고 밖에 같이"
)
_AFTER_ANY_LAST = (
    "의 도 께서는 이다 이었다 이며 인 일 입니다 입니까 이지만 이므로 엔 에선 에겐 한텐 께선 까진 부턴 보단 뿐만 뿐이다"
)
_AFTER_CONSONANT = "으로 으로서 으로써 으로부터 과 이랑"
_AFTER_CONSONANT_LAST = (
    "으론 은 이 을 이나 이며 이란 이라 이라는 이라고 이라도 이라며 이라면 이든 이든지 이나마 이야 이여 이자 이면 "
    "이고 이었던 이었으며 이어서 이에요 이었습니다"
)
_AFTER_VOWEL = "로 로서 로써 로부터 와 랑"
_AFTER_VOWEL_LAST = (
    "론 는 가 를 나 며 란 라 라는 라고 라도 라며 라면 든 든지 나마 야 여 자 면 고 다 지만 "
    "였다 였던 였으며 여서 예요 였습니다"
)
_LAST_AFTER_CASE = {True: "은 도 의 을 이 이나 이라도 이라는 이라고", False: "는 도 의 를 가 나 라도 라는 라고"}
"""After a particle that ends in a consonant (True) or a vowel, at the end of the chain."""
_SUFFIXES = ("들", "님", "님들")
"""Of the plural, of respect: particles follow them as they follow a noun."""
_LONG_NOUN = 3
"""Syllables of a noun from which on 론 is mostly a particle: 진화론 is a theory."""
_TOO_SHORT = frozenset(
    "의 도 이 가 과 와 로 만 는 나 며 란 라 랑 든 야 여 자 면 고 다 인 일 뿐 들 께 이다 이나 이며 이란 엔 론 님".split()
)
"""After a word of one syllable as often the end of a longer word (회의, 지도, 국가, 아들)."""
_RIEUL = 8
"""The number of the final consonant ㄹ, after which 로 stands as after a vowel."""
_PAST = (
    "(?:다(?:고|는|면)?|고|던|음(?:을|은|에도)?|을(?:까|지)?|으(?:며|면|나|므로|니)|는데|는지|지만|습니다(?:만)?|습니까"
    "|어요|거나|기(?:에|를|때문에)?|네요)"
)
_VERB = Pattern(
    "(?:하|되|시키|당하|받)(?:[다는고며면던자나니]|여(?:야|서|도)?|지(?:만|는|도|를|요)?|기(?:에|를|가|는|도|로|만|까지)?|게|도록"
    "|려고?|려면|거나|세요|십시오|시(?:는|면|고|기|며|겠습니까)|므로|는데|는지|겠(?:다|습니다))"
    f"|[되하받](?:었|였){_PAST}|[한된](?:다(?:고|는|면)?|데|지)?|[할될](?:까|지|수록|게요?)?|[함됨](?:[은이을에과]|으로써?|에도)?"
    f"|[합됩]니[다까]|[해돼](?:서|야(?:만)?|도|라|요)?|[했됐]{_PAST}"
    f"|시(?:[킨킬킴](?:다)?|킵니[다까]|켜(?:서|야|도|라|요)?|켰{_PAST})|받(?:[은을음아]|아(?:서|야|도)|았{_PAST})"
)
"""What makes a verb of a noun, with its endings: 갱신하다, 갱신되었다 (to renew, was renewed)."""
_LATIN = Pattern("[0-9]*(?:[a-z][a-z0-9]|[0-9][a-z])[a-z0-9]*(?=[가-힣])")
"""An abbreviation at the front of a compound: SNS마케팅 (SNS marketing); K팝 is another word."""
_VERBAL_NOUN = 2
"""Syllables of a noun from which on it is taken for one."""
_MOST_CLOSED = 5
"""Words of a term up to which its spaces are left out one by one."""
_PREFIXES = frozenset("비 미 무 불 부 반 신 구 준 초 탈 친 재 대 소 전 현 총 주 본 역 선 후 저 고 다 단".split())
"""Chinese prefixes, which make another word."""

FACTS = Facts(
    code="ko",
    name="Korean",
    notes="particles as the last sound demands them; compounds with or without spaces",
    joins=" ",
    linkers="-",
    function_words=(
        "및 또는 혹은 그리고 그러나 하지만 또한 등 의 에 에서 을 를 이 가 은 는 과 와 대한 대하여 대해 관한 "
        "관하여 위한 위하여 위해 통한 통하여 통해 따른 따라 의한 의하여 의해 있는 없는 하는 되는 그 저 수 것 바 "
        "때 중 간 내 외 더 매우 가장 각 모든 여러 어떤 다른 같은 즉 만약 비록 아주 너무 다시 이미 아직 바로 함께 오직"
    ),
    numbers=(
        "하나 한", "둘 두", "셋 세", "넷 네", "다섯", "여섯", "일곱", "여덟", "아홉", "열",
        "첫째 첫번째", "둘째 두번째", "셋째 세번째", "넷째 네번째",
    ),
    levels={
        "national": "국가 국립 전국 중앙 연방", "provincial": "도립 도청", "municipal": "시립 시청 시의회",
        "district": "구립 구청 구의회 군립 군청", "local": "지방 지역", "international": "국제",
    },
    opposites=(
        "수입 수출", "국내 국외 국제", "내부 외부", "공공 민간", "공립 사립 국립 시립", "상부 하부", "상급 하급",
        "직접 간접", "합법 불법", "공식 비공식", "정규 비정규", "고혈압 저혈압", "거시 미시", "동부 서부 남부 북부",
        "남한 북한", "대기업 중소기업", "사전 사후", "유선 무선", "입학 졸업", "입국 출국", "초등 중등 고등",
        "장기 단기", "남성 여성",
    ),
    qualifiers="전 현 신 구 부 차 준 반 비 무 총 주 전직 현직 임시 명예 수석 대리 신임 예비 옛 새",
)  # fmt: skip


class Korean(Generic):
    """Particles follow the last sound of a word: 을 a consonant, 를 a vowel."""

    part_letters = (3, 2)

    def spellings(self, surface: str) -> Sequence[str]:
        """Compounds may be written closed at any of their spaces."""
        parts = surface.split()
        if not 1 < len(parts) <= _MOST_CLOSED or not all(map(_is_hangul, surface.replace(" ", ""))):
            return ()
        gaps = product(("", " "), repeat=len(parts) - 1)
        return [
            "".join(gap + part for gap, part in zip(("", *between), parts, strict=True))
            for between in gaps
            if "" in between
        ]

    @cached_property
    def _chains(self) -> dict[str, tuple[bool, bool]]:
        """Particles and chains of them -> whether they may follow a consonant, a vowel."""
        chains: dict[str, tuple[bool, bool]] = {}

        def add(particles: str, more: str, *, consonant: bool, vowel: bool) -> None:
            follows = {particle: _LAST_AFTER_CASE[_final(particle[-1]) > 0].split() for particle in particles.split()}
            whole = [
                *more.split(),
                *follows,
                *(first + last for first, lasts in follows.items() for last in lasts),
            ]
            for chain in whole:
                before = chains.get(chain, (False, False))
                chains[chain] = (before[0] or consonant, before[1] or vowel)

        add(_AFTER_ANY, _AFTER_ANY_LAST, consonant=True, vowel=True)
        add(_AFTER_CONSONANT, _AFTER_CONSONANT_LAST, consonant=True, vowel=False)
        add(_AFTER_VOWEL, _AFTER_VOWEL_LAST, consonant=False, vowel=True)
        after = ["", *(chain for chain, (consonant, _) in chains.items() if consonant)]
        suffixed = {suffix + chain: (True, True) for suffix in _SUFFIXES for chain in after}
        return {**chains, **suffixed, "들로": (True, True), "들로부터": (True, True), "들론": (True, True)}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._chains))

    def bare_words(self, word: str) -> Sequence[str]:
        """What is left of a word without its particles, if they agree with its last sound; or Latin in front of it."""
        if not "\uac00" <= word[-1:] <= "\ud7a3":
            return ()
        found = []
        for length in range(1, min(self._longest, len(word) - 1) + 1):
            bare, chain = word[:-length], word[-length:]
            if (fit := self._chains.get(chain)) and _agrees(bare, chain, *fit):
                found.append(bare)
        found += [bare for bare in self._verbal_nouns(word) if bare not in found]
        latin = _LATIN.match(word)
        return [*found, latin[0]] if latin is not None and latin[0] not in found else found

    def _verbal_nouns(self, word: str) -> list[str]:
        """Nouns that the word may be made of with “to do”, “to become”, “to cause”."""
        return [
            word[:at]
            for at in range(_VERBAL_NOUN, len(word))
            if _is_hangul(word[at - 1]) and _VERB.fullmatch(word, at) is not None
        ]

    def is_part(self, letters: str) -> bool:
        """Whether two syllables are left without particles: most words of compounds have as many."""
        shortest = self.part_letters[1]
        return all(map(_is_hangul, letters)) and all(len(one) >= shortest for one in self.bare_words(letters))

    def excludes(self, word: str, other: str) -> bool:
        """Opposites, and words with another syllable rather than a misspelt one: 위원장 beside 위원회."""
        if super().excludes(word, other):
            return True
        alike = [one for one in (word, *self.bare_words(word)) if len(one) == len(other)]
        return bool(alike) and not any(_is_misspelt(one, other) for one in alike)

    def attaches(self, word: str, other: str) -> bool:
        """Whether only a prefix differs: 비정규직 beside 정규직."""
        long, short = sorted((word, other), key=len, reverse=True)
        return any(
            one.endswith(short) and one[: -len(short)] in _PREFIXES
            for one in (long, *self.bare_words(long))
            if len(one) > len(short)
        )


def _is_misspelt(word: str, wanted: str) -> bool:
    """Whether syllables are swapped, or have one sound wrong: 거레 for 거래."""
    strange = [(one, other) for one, other in zip(word, wanted, strict=True) if one != other]
    return sorted(word) == sorted(wanted) or all(
        sum(sound != another for sound, another in zip(_sounds(one), _sounds(other), strict=True)) == 1
        for one, other in strange
    )


def _sounds(syllable: str) -> tuple[int, int, int]:
    """First consonant, vowel and final consonant, by their numbers."""
    number = ord(syllable) - 0xAC00
    return number // 588, number % 588 // 28, number % 28


def _agrees(bare: str, chain: str, consonant: bool, vowel: bool) -> bool:  # noqa: FBT001 - as the table has them
    if not _is_hangul(bare[-1]):
        return True  # Latin letters and digits: as they are spoken, which nobody writes down
    if len(bare) == 1 and chain in _TOO_SHORT:
        return False
    final = _final(bare[-1])
    if chain == "론" and len(bare) < _LONG_NOUN:
        return False
    if final == _RIEUL and chain.startswith(("로", "론")):
        return True
    if final == _RIEUL and chain.startswith(("으로", "으론")):
        return False
    return consonant if final else vowel


def _is_hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def _final(char: str) -> int:
    """The number of a syllable's final consonant; 0 for none."""
    return (ord(char) - 0xAC00) % 28


LANGUAGE = Korean(FACTS)
