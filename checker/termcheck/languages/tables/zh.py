"""Chinese."""

from termcheck.languages.chinese import Chinese

LANGUAGE = Chinese()
