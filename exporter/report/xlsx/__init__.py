"""Workbooks: the model that the writer draws, and facts laid out as its sheets."""
