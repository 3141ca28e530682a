"""Workbooks, read back and compared with their layouts."""
