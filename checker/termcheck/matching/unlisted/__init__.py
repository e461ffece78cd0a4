"""Unlisted renderings: other words for a known concept, which nobody listed."""

from termcheck.matching.unlisted.detect import confirmed, find_unlisted, resources_of

__all__ = ["confirmed", "find_unlisted", "resources_of"]
