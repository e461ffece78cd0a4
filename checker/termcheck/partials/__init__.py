"""Partial results: what checking some of the articles yields, small, on disk, and mergeable in any order and grouping.

A partial result is a handful of sections (``sections``), each a sorted stream of plain rows. Those of several partial
results are merged row by row (``merging``), whether they lie in memory or in files (``files``), so that no step holds
more than one row of each. The same serves articles that are too many for memory, runs that were interrupted, and
shards that other machines have checked.
"""
