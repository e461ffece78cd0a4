"""Markup that people write by hand, beside Markdown: reStructuredText, AsciiDoc, LaTeX, subtitles."""
