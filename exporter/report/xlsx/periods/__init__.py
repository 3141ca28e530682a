"""The sheet Periods: metrics by period, side by side, with changes and growth.

sheet.py    its tables, one for each length of periods
rows.py     which figures stand in one row; stub.py: the columns that name rows
cells.py    figures looked up on the entities' sheets, and words where there is none
widths.py   columns that stand above one another are as wide as each other
changes.py  what the latest figures are compared with
"""

from exporter.report.xlsx.periods.rows import MOST_FACTS, too_large_for_periods
from exporter.report.xlsx.periods.sheet import PeriodSheet, lay_out_periods

__all__ = ["MOST_FACTS", "PeriodSheet", "lay_out_periods", "too_large_for_periods"]
