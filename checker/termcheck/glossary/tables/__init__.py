"""Tables of other programs and of people: one row a term, or one row a concept with a column a language."""
