"""Documents of word processors and the like, which have no text positions: DOCX, PPTX, ODT, ODP, EPUB, PDF.

Each reader takes the text out block by block (``blocks``), with the place in the document as its users know it.
"""
