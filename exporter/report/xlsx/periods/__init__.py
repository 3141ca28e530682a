"""The sheet Periods: metrics by period, side by side, with changes and growth.

sheet.py    its tables, one for each length of periods
rows.py     which figures stand in one row; stub.py: the columns that name rows
cells.py    figures looked up on the entities' sheets, and words where there is none
changes.py  what the latest figures are compared with
"""

from exporter.report.xlsx.periods.sheet import PeriodSheet, lay_out_periods

__all__ = ["PeriodSheet", "lay_out_periods"]
