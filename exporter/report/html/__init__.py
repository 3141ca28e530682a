"""The evidence page: facts and views with what the check said of them.

model.py           what the writer draws
layout.py          which facts and views stand on the page, and what is said of each
selection.py       which facts and views those are
formula_words.py   formulas in words, with links to the operands
quotations.py      quotes in their sentences, with links to the passages
pictures.py         pictures of the pages that quotes stand on
excerpts.py        what is taken from the texts of sources for that
"""
