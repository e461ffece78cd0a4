"""Mending articles: which findings can be mended, with what, and that nothing else changes by it."""

from termcheck.fixing.edits import Edit, applied
from termcheck.fixing.mending import SAFE_RULES, Check, Fix, Mended, Unmended, Wish, make_fix, mend

__all__ = ["SAFE_RULES", "Check", "Edit", "Fix", "Mended", "Unmended", "Wish", "applied", "make_fix", "mend"]
