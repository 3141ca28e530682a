"""The evidence page: facts and views with what the check said of them.

model.py           what the writer draws
layout.py          which facts and views stand on the page, and what is said of each
quotations.py      quotes in their sentences, with links to the passages
"""
