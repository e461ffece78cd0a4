"""Words for the status of a term in other programs' term bases, in several languages."""

from collections.abc import Mapping

from termcheck.languages.names import plain
from termcheck.model import Status

_WORDS: Mapping[Status, str] = {
    Status.PREFERRED: (
        "preferred|right|correct|use instead|preferredterm|preferredtermadmnsts|preferred term|approved"
        "|recommended|standard|standardized|use|main|standardizedterm|standardizedtermadmnsts|regulatedterm"
        "|regulatedtermadmnsts|legalterm|legaltermadmnsts|validated|bevorzugt|vorzugsbenennung|vorzugsterm"
        "|empfohlen|freigegeben|préféré|privilégié|recommandé|préférentiel|preferido|preferente|recomendado"
        "|preferito|consigliato|предпочтительный|рекомендуемый|рекомендуется|首选|推荐|优先|標準|首選|推薦|優先"
        "|推奨|推奨語|우선|권장|مفضل"
    ),
    Status.ADMITTED: (
        "admitted|synonyms|alias|aliases|alternatives|also|admittedterm|admittedtermadmnsts|admitted term|allowed"
        "|accepted|acceptable|alternative|synonym|variant|valid|permitted|tolerated|zugelassen|erlaubt|zulässig"
        "|admis|toléré|accepté|admitido|permitido|aceptado|ammesso|tollerato|допустимый|допускается|разрешенный"
        "|разрешённый|允许|可用|许用|容许|允許|許容|許容語|可|허용|مقبول"
    ),
    Status.DEPRECATED: (
        "deprecated|wrong|incorrect|instead of|deprecatedterm|deprecatedtermadmnsts|deprecated term"
        "|not recommended|notrecommended|non standard|nonstandard|discouraged|avoid|rejected|disapproved|veraltet"
        "|abgelehnt|nicht empfohlen|unerwünscht|zu vermeiden|déconseillé|rejeté|à éviter|desaconsejado|rechazado"
        "|evitar|sconsigliato|da evitare|нерекомендуемый|не рекомендуется|弃用|不推荐|避免|停用|棄用|不推薦"
        "|非推奨|비권장|غير مستحسن"
    ),
    Status.SUPERSEDED: (
        "superseded|supersededterm|supersededtermadmnsts|superseded term|obsolete|obsoleteterm|outdated|obsolet"
        "|überholt|ersetzt|obsolète|remplacé|obsoleto|sustituido|superato|устаревший|устарело|废弃|过时|已替换"
        "|過時|廃止|旧称"
    ),
    Status.FORBIDDEN: (
        "forbidden|forbiddenterm|forbidden term|prohibited|banned|blacklisted|do not use|donotuse|never use"
        "|not allowed|unauthorized|verboten|nicht verwenden|untersagt|gesperrt|interdit|proscrit|ne pas utiliser"
        "|prohibido|no usar|vietato|proibito|запрещенный|запрещённый|запрещено|не использовать|禁用|禁止|不得使用"
        "|使用禁止|금지|ممنوع"
    ),
    Status.PROPOSED: (
        "proposed|proposedterm|proposed term|provisional|draft|candidate|new|suggested|suggestion|pending"
        "|unapproved|to be approved|in review|unprocessed|provisionallyprocessed|vorgeschlagen|vorschlag|entwurf"
        "|vorläufig|neu|proposé|provisoire|brouillon|propuesto|provisional|borrador|proposto|bozza|предложенный"
        "|предложено|черновик|建议|草案|待定|候选|建議|候選|提案|仮|草稿|제안|مقترح"
    ),
}


_APPROVED_WORDS = frozenset(
    ("approved", "validated", "valid", "final", "freigegeben", "утверждено", "утвержденный", "已批准")
)


def is_approved(text: str) -> bool:
    """Whether a word says that a term is right, but not whether it is the preferred one."""
    return plain(text) in _APPROVED_WORDS


_STATUS_OF: Mapping[str, Status] = {
    plain(word): status for status, words in _WORDS.items() for word in words.split("|")
}


def status_of(text: str) -> Status | None:
    """The status that a word stands for in any letter case and with any signs between; None if it is not known."""
    return _STATUS_OF.get(plain(text))
