"""The apostrophe that keeps a spreadsheet from taking a cell for a formula; cells that have one already get another."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one apostrophe more, which reading takes off."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA_SIGNS) else cell


def unguard(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from taking its first sign for a formula."""
    is_guarded = cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_SIGNS)
    return cell[1:] if is_guarded else cell
