"""Which language an article, and each of its parts, is checked in."""
