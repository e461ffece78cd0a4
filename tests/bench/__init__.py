"""The benchmark: ``make bench``. Start with ``__main__``."""
