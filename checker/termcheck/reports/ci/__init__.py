"""Reports for the programs that run checks at every commit, and for the people who review it there."""
