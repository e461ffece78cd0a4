"""Letter case: whether a mention has the capitals of its term, or those that its place demands."""

from termcheck.languages.language import Language
from termcheck.matching.patterns import Pattern
from termcheck.matching.text import Text
from termcheck.model import CaseFit


def case_fit(pattern: Pattern, text: Text, places: list[int]) -> CaseFit:
    """How the capitals of the tokens at ``places`` compare with the pattern's, word by word."""
    shapes = [text.shape(place) for place in places]
    pairs = list(zip(shapes, pattern.shapes, strict=True))
    if all(_same_case(shape, wanted) for shape, wanted in pairs):
        return CaseFit.SAME
    if _is_forced(pattern, text, places, pairs):
        return CaseFit.FORCED
    return CaseFit.DIFFERENT


def reads_as_name(pattern: Pattern, text: Text, place: int, language: Language) -> bool:
    """Whether a pattern is a name, or has a capital first letter and stands so at a token inside a sentence.

    Banca centrale europea: most languages write only the first word of many names with a capital.
    """
    if pattern.is_name or language.capitalises_nouns or len(pattern.content) < 2:
        return pattern.is_name
    if not (pattern.shapes[0][:1].isupper() and text.shape(place)[:1].isupper()):
        return False
    is_first = text.starts_sentence(place) and text.gaps[place] != "'"  # of l’Institut the l opens the sentence
    return not (is_first or text.in_title_case(place) or text.is_capitals(place))


def _same_case(shape: str, wanted: str) -> bool:
    """Whether the letters that both have in common from the start on are in the same case."""
    for one, other in zip(shape, wanted, strict=False):
        if one != other:
            return one.lower() != other.lower()
    return True


def _is_forced(pattern: Pattern, text: Text, places: list[int], pairs: list[tuple[str, str]]) -> bool:
    differing = [at for at, (shape, wanted) in enumerate(pairs) if not _same_case(shape, wanted)]
    letters = "".join(pairs[at][0] for at in range(len(pairs)))
    if letters.isupper() and (text.is_capitals(places[0]) or len(places) > 1):
        return True
    if not all(_only_gains_capital(*pairs[at]) for at in differing):
        return False
    if differing == [0] and text.starts_sentence(places[0]):
        return not _has_inner_capital(pattern.shapes[0])
    return text.in_title_case(places[0]) or _in_capitalised_name(text, places)


def _only_gains_capital(shape: str, wanted: str) -> bool:
    return shape[:1].isupper() and not wanted[:1].isupper() and _same_case(shape[1:], wanted[1:])


def _has_inner_capital(word: str) -> bool:
    """macOS, iPhone: names that keep their first letter small wherever they stand."""
    return word[:1].islower() and any(char.isupper() for char in word[1:])


def _in_capitalised_name(text: Text, places: list[int]) -> bool:
    """Whether a neighbouring word has a capital without opening a sentence: the mention is part of a longer name."""
    before, after = places[0] - 1, places[-1] + 1
    neighbours = []
    if before >= 0 and text.gaps[places[0]] == " " and not text.starts_sentence(before):
        neighbours.append(before)
    if after < len(text.words) and text.gaps[after] == " ":
        neighbours.append(after)
    return any(text.shape(place)[:1].isupper() for place in neighbours)
