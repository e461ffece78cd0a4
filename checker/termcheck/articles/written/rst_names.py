"""What directives of reStructuredText mean for a reader."""

NOT_PROSE = frozenset(
    "code code-block sourcecode highlight literalinclude include math raw parsed-literal graphviz digraph graph uml "
    "mermaid plantuml testcode testsetup testcleanup testoutput doctest prompt command-output program-output "
    "index role default-role contents sectnum section-numbering bibliography tabularcolumns productionlist date "
    "unicode currentmodule module class py:currentmodule ipython jupyter-execute plot target-notes "
    "inheritance-diagram".split()
)
"""Directives whose content is code, or made elsewhere."""
WITH_TITLE = frozenset(
    "note warning tip important caution danger error hint attention seealso admonition topic sidebar rubric table "
    "list-table csv-table replace centered epigraph highlights pull-quote deprecated versionadded versionchanged "
    "todo header footer tab tab-item card dropdown grid-item-card".split()
)
"""Directives whose first line is prose."""
QUOTING = frozenset(("epigraph", "highlights", "pull-quote"))
"""Directives whose content is a quotation."""
