"""Names of HTML elements by what they mean for a reader."""

INVISIBLE = frozenset({"script", "style", "template", "rt", "rp", "iframe", "noembed", "noframes"})
"""Elements that leave no trace: a reader does not see them where they stand."""
RUBY = frozenset({"rt", "rp"})
CODE_IN_LINE = frozenset({"code", "kbd", "samp", "var", "tt"})
CODE = CODE_IN_LINE | {"math", "svg", "canvas"}
"""Elements in the line whose content is protected."""
CODE_BLOCKS = frozenset({"pre", "textarea", "xmp", "listing"})
BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta "
    "nav noscript ol optgroup option p search section select summary table tbody td tfoot th thead title tr ul".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ACROSS_BLOCKS = BLOCKS | CODE_BLOCKS | {"svg", "math", "canvas", "template", "script", "style", "iframe"}
"""Elements that a blank line in Markdown does not end."""
NEVER_IN_CODE = frozenset({"p", "li", "td", "th", "tr", "dt", "dd"}) | HEADINGS
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
END_EACH_OTHER = (
    frozenset({"p"} | HEADINGS),
    frozenset({"li"}),
    frozenset({"dt", "dd"}),
    frozenset({"td", "th"}),
    frozenset({"tr"}),
    frozenset({"option"}),
)
"""Siblings whose end tags may be left out: the start of one ends the open other."""
WITH_ALTERNATIVE = frozenset({"img", "area", "input"})
WHOLE_PAGE = frozenset({"html", "body"})
