"""TermBase eXchange (ISO 30042): version 2 (``martif``) and 3 (``tbx``), the latter in the styles DCA and DCT."""
