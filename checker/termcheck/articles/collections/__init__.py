"""Files that hold many articles: archives, and tables with one article a row.

They are read as streams, and only where a user names them or their suffix.
"""
