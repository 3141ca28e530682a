"""Editions of a report: what a report said before, and says next.

next_edition.py  the next edition of a report, with what it says carried over
authoring/       facts written in Excel, in a workbook made for it
"""
