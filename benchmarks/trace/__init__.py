"""`exporter trace` measured on models that are made, with errors planted in them.

made_report.py   a group and its segments: facts, and sources that state more than these
made_model.py    a model of it, in layouts as analysts have them, 40 of 300 numbers wrong
"""
