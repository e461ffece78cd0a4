"""Decisions that come back from a report: what they say, whether they still hold, and what they change."""
