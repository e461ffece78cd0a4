"""Words that hold names together and put them into slots. Folded; English unless a table says otherwise."""

from typing import Final

LINKS: Final = frozenset(
    "of for de du des d da do dos di del della dei la las los le les der die das den dem für van von til av por".split()
)
"""What may stand inside a name between two capitals."""
ENGLISH_LINKS: Final = frozenset("of for the".split())
CONJUNCTIONS: Final = frozenset("and und et y e i и и och og ja en oraz ve dan và 和 及 与 以及".split())
"""What stands before the last member of a list."""
ROLES: Final = frozenset(
    """head director minister secretary chair chairman chairwoman chairperson president vice-president governor mayor
    chief commissioner ambassador spokesperson spokesman spokeswoman leader founder editor dean rector commander
    general-director administrator premier member official representative""".split()
)
SHARED_ROLES: Final = frozenset("member official representative founder spokesperson spokesman spokeswoman".split())
"""Roles that one person has in several bodies at once, so that the names must also have a word in common."""
ROLE_WORDS: Final = frozenset(
    "deputy vice executive general acting former honorary first senior party provincial managing editor".split()
)
"""What may stand beside a role; another one makes another role."""
ALIASES: Final = (
    "also known as", "also called", "also referred to as", "better known as", "known as", "formerly known as",
    "formerly", "previously", "officially", "formally", "that is", "i.e.", "aka", "a.k.a.", "or", "namely",
)  # fmt: skip
"""Between two commas, or after an opening bracket: what says that another name of the same thing follows."""
OPENING_WORDS: Final = frozenset(
    """the a an this that these those in on at by for from with since after before during under over as and but or so
    if when while where according it its he she they we his her their our there here also both all some many most
    however although though because through between among about against into upon within without per via""".split()
)
"""What has a capital at the start of a sentence only."""
DATES: Final = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
GENERIC: Final = frozenset(
    """office department bureau administration authority agency commission committee ministry council board division
    center centre body unit section secretariat institute institution headquarters service national state federal
    central general people s public conference meeting congress plan programme program project international""".split()
)
"""What names of different things have in common."""
COMPASS: Final = frozenset("north south east west northern southern eastern western central new upper lower".split())
"""What makes another place of a place: South Korea."""
