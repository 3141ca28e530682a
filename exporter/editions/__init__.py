"""Editions of a report: edits that come back from a workbook, and what changed between two.

pull/  edits made in a workbook, back into the files of facts
"""
