"""Resource files of software: their strings are articles' text, their keys, placeholders and notes are not.

Each reader finds the strings with their exact places (``shown``) and hands them over one by one (``strings``).
"""
