"""Editions of a report: what each was made from, found again.

opened.py     an edition by its name: an output, a workbook, a report, a revision
revision.py   a report at a revision in git
kept.py       contents in a report's own folder, by their hashes
"""
