"""Editions of a report: what each was made from, found again.

kept.py   contents in a report's own folder, by their hashes
trace/    a model's hard-coded numbers, looked up
"""
