"""Vietnamese."""

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

_OLDER = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_NEWER = dict(zip(_OLDER, "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(), strict=True))
"""The tone on the first vowel of a syllable's end, as older orthography has it, and on the second."""
_Y_TO_I = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
_BEFORE_Y = frozenset("hklmst")
"""Consonants after which a syllable may end in i or y."""
FACTS = Facts(
    code="vi",
    name="Vietnamese",
    notes="old and new places of the tone mark (hòa, hoà) are one word, and i and y after one consonant (kĩ, kỹ)",
    inflects=False,
    writes_syllables=True,
    function_words=(
        "và hoặc hay với của cho từ đến tới tại ở trong ngoài trên dưới về do bởi vì nên thì mà nhưng còn cũng đã đang "
        "sẽ được bị là các những một mỗi mọi từng này đó kia ấy đây rất quá lắm không chưa chẳng khi lúc nếu tuy dù "
        "theo như bằng để nhằm qua giữa cùng sau trước vào ra lên xuống lại rồi vẫn chỉ đều việc sự cái con chiếc bộ "
        "thuộc đối gồm cả ai gì nào sao"
    ),
    numbers=(
        "một nhất", "hai nhì", "ba", "bốn tư", "năm lăm", "sáu", "bảy bẩy", "tám", "chín", "mười mươi", "trăm",
        "nghìn ngàn", "triệu", "tỷ tỉ",
    ),
    levels={
        "national": "quốc", "provincial": "tỉnh", "municipal": "thành", "district": "quận huyện",
        "commune": "xã phường", "central": "trung", "local": "địa",
    },
    opposites=("nhập xuất", "trong ngoài", "trên dưới", "nội ngoại", "công tư", "vĩ vi", "mua bán", "đông tây",
        "nam bắc"),
    qualifiers="phó nguyên cựu quyền phi giả mới cũ tân bán siêu tiểu",
)  # fmt: skip


class Vietnamese(Generic):
    """Vietnamese, whose tone marks have an old and a new place, and whose i may be a y."""

    def __init__(self) -> None:
        """Nothing to choose."""
        super().__init__(FACTS)
        self.respells = True

    def respell(self, word: str, written: str) -> str:
        """The tone mark in its new place, hoà for hòa; i for y, kĩ for kỹ."""
        if len(word) == 2 and word[0] in _BEFORE_Y:
            return word[0] + _Y_TO_I.get(word[1], word[1])
        return word[:-2] + _NEWER.get(word[-2:], word[-2:])


LANGUAGE = Vietnamese()
