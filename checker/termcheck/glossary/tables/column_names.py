"""What people call the columns of a term base, in several languages."""

from collections.abc import Mapping

from termcheck.languages.names import plain

_NAMES: Mapping[str, str] = {
    "concept": (
        "concept|concept id|concept key|concept name|id|entry|entry id|entry number|entry no|entry key|term id"
        "|key|identifier|begriffs id|begriff id|begriffsnummer|eintrag|eintrags id|eintragsnummer|konzept"
        "|konzept id|id du concept|concept no|concepto|id concepto|identificador|concetto|понятие|ид понятия"
        "|идентификатор|概念|概念id|概念编号|编号|词条编号|概念編號|編號|概念番号|番号|개념|개념id|번호|معرف"
    ),
    "lang": (
        "lang|language|language code|lang code|languages|locale|sprache|sprachcode|langue|code langue|idioma"
        "|lengua|lingua|язык|код языка|语言|语种|語言|語種|言語|언어|لغة|اللغة"
    ),
    "term": (
        "term|terms|designation|expression|word|entry term|term text|term name|begriff|benennung|terminus"
        "|fachwort|ausdruck|terme|désignation|término|termino|designación|termine|designazione|термин|обозначение"
        "|术语|词条|词语|名称|術語|詞條|用語|용어|مصطلح|المصطلح"
    ),
    "status": (
        "status|term status|usage status|usage|approval status|administrative status|approval|term usage"
        "|benennungsstatus|verwendung|bewertung|statut|statut du terme|estado|estado del término|stato|статус"
        "|статус термина|状态|术语状态|狀態|状況|ステータス|使用区分|상태|الحالة"
    ),
    "note": (
        "note|notes|entry note|comment|comments|remark|remarks|usage note|explanation|hint|target comment|term note"
        "|tgt comment|translator comments|developer comments|bemerkung|bemerkungen|anmerkung|anmerkungen"
        "|kommentar|hinweis|remarque|remarques|commentaire|nota|notas|observación|observaciones|comentario"
        "|osservazioni|commento|примечание|примечания|комментарий|备注|注释|说明|備註|註釋|備考|注記|コメント"
        "|비고|메모|ملاحظة|ملاحظات"
    ),
    "definition": (
        "definition|def|definitions|meaning|description|definition text|erklärung|bedeutung|beschreibung"
        "|définition|definición|significado|definizione|определение|значение|定义|释义|定義|意味|정의|تعريف"
        "|التعريف"
    ),
    "domain": (
        "entry domain|entry subject|"
        "domain|subject|subject field|subject area|field|category|categories|topic|area|domäne|bereich|fachgebiet"
        "|sachgebiet|themengebiet|kategorie|domaine|catégorie|dominio|ámbito|área|categoría|settore|categoria"
        "|область|предметная область|тематика|категория|领域|学科|分类|类别|主题|領域|分類|類別|分野|カテゴリ"
        "|분야|분류|المجال"
    ),
    "case": "case|case sensitive|case sensitivity|casing|groß klein|großschreibung|casse|mayúsculas|регистр|大小写",
    "match": "match|matching|match type",
    "type": (
        "type|term type|kind|benennungstyp|typ|art|type de terme|tipo|tipo de término|тип|тип термина|类型"
        "|术语类型|類型|種類"
    ),
    "from": (
        "from|valid from|start date|since|gültig ab|gültig von|seit|ab|depuis|desde|действует с|生效日期|起始日期"
    ),
    "until": (
        "until|valid until|valid to|end date|expires|gültig bis|bis|jusqu à|hasta|действует до|失效日期|截止日期"
    ),
    "paths": "paths|globs",
    "forms": "forms|inflected forms|inflections|inflection|flexionsformen|formen|формы|词形",
    "not_when": "not when|not if",
    "examples": "examples",
    "part_of_speech": (
        "part of speech|pos|src pos|wortart|catégorie grammaticale|categoría gramatical|часть речи|词性|詞性|品詞"
        "|품사"
    ),
    "gender": "gender|grammatical gender|genus|geschlecht|genre|género|род",
    "context": "context|example sentence|usage example|kontext|contexte|contexto|контекст|语境|例句|例文",
    "customer": "customer|client|kunde|cliente",
    "project": "project|projekt|projet|proyecto",
    "forbidden": (
        "forbidden|is forbidden|term forbidden|forbidden term|do not use|verboten|interdit|prohibido|vietato"
        "|запрещено|禁用"
    ),
    "source_lang": "source language|source lang|ausgangssprache|langue source|源语言",
    "target_lang": "target language|target lang|zielsprache|langue cible|目标语言",
    "source": (
        "source|source term|source text|src|original|ausgangsterm|quellterm|terme source|término origen|原文"
        "|源术语"
    ),
    "target": (
        "target|target term|target text|tgt|translation|zielterm|übersetzung|terme cible|traduction|traducción"
        "|译文|目标术语|译语|訳語|перевод"
    ),
}  # fmt: skip
COLUMN_OF: Mapping[str, str] = {
    plain(name): column for column, names in _NAMES.items() for name in (column, *names.split("|"))
}
"""Letters of a name in lower case -> our column.

``source`` and ``target`` are a pair of terms, ``forbidden`` is yes or no.
"""
