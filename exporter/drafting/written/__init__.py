"""Drafts as files.

as_table.py  drafts as a table, one row a fact, by the columns that facts files have
as_yaml.py   drafts as YAML, as people write it: what several facts share once, short lines
scalars.py   texts as YAML has them; units.py: units as a facts file says them
runs.py      what drafts side by side share: entity and period of a run, all that is said of a quote
"""
