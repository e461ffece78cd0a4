"""The language server: what editors show while somebody writes. ``server`` speaks the protocol, the rest does the work.

Needs the extra ``lsp`` (pygls).
"""
