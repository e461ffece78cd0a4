"""termcheck finds where translated texts call a known thing by the wrong or by an inconsistent name."""
