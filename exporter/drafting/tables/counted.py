"""What rows count in tables of sums of money: employees, vehicles; and where they may be sums.

Vehicles are counted in a summary of results, and are a sum of money among other assets.
"""

from collections.abc import Sequence

from exporter.drafting.tables.parts import measure_above
from exporter.drafting.tables.rows import Row
from exporter.engine.regex import regex
from exporter.evidence.reading.table_heads import counts_shares, names_money, names_things
from exporter.facts.folding import fold, lower

# What is counted and no money, though its table's caption says dollars.
_COUNTED = regex(
    r"(?<![a-z])(?:employees|colleagues|headcount|members(?:hips)?|subscribers?|subscriptions|customers|users"
    r"|buyers|accounts|stores|warehouses|restaurants|vehicles|deliveries|units|locations"
    r"|square feet|net additions|sites|dealers|franchisees|salons"
    r"|shops)(?![a-z])|人数|员工|户数|用户"
)
_AMONG_SUMS = regex(
    r"(?<![a-z])(?:land|buildings?|equipment|machinery|furniture|fixtures|fittings|premises"
    r"|utilities)(?![a-z])"
)


def counts(words: str) -> bool:
    """Whether the head of a row names what is counted, be it in a table of sums of money.

    Args:
        words: In small letters, folded; with those of its section, or without.
    """
    return counts_shares(words) or (_COUNTED.search(words) is not None and not names_money(words))


def counts_things(row: Row) -> bool:
    """Whether a row counts things by its own head and its cells."""
    numbers = [cell.number for cell in row.line.cells if cell.number]
    return names_things(lower(fold(row.line.words)).strip(), numbers)


def may_be_a_sum(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row that names things may tell what they cost or bring in.

    Staff among operating costs, stores beside online in a table of revenue, vehicles among assets.
    """
    if not counts_things(row):
        return False
    measure, _ = measure_above(row, row.sections, rows)
    said = lower(fold(measure))
    others = (lower(fold(other.line.words)) for other in rows if other is not row)
    is_part = bool(measure) and not (counts(said) or names_things(said, ()))
    return is_part or any(map(_AMONG_SUMS.search, others))
