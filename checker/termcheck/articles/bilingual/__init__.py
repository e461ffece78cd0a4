"""Bilingual files: each format yields units, from which one place makes the views of targets and sources."""
