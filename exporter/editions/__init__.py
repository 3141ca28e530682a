"""Editions of a report: what each was made from, found again; the next one; what changed.

opened.py        an edition by its name: an output, a workbook, a report, a revision
beside.py        what other processes read, or load to read, while this one does something else
revision.py      a report at a revision in git
since.py         a content that shows what has changed since another
kept.py          contents in a report's own folder, by their hashes
next_edition.py  the next edition of a report, with what it says carried over
pull/            edits made in a workbook, back into the files of facts
authoring/       facts written in Excel, in a workbook made for it
trace/           a model's hard-coded numbers, looked up
"""
