"""Drafts as files.

as_table.py  drafts as a table, one row a fact, by the columns that facts files have
as_yaml.py   drafts as YAML, as people write it: defaults, quotes that several facts share, short
             lines
"""
