"""Lists of terms as other programs keep them: plain text, Markdown, YAML and JSON."""
