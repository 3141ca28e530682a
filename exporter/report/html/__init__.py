"""The evidence page: facts and views with what the check said of them.

model.py           what the writer draws
layout.py          which facts and views stand on the page, and what is said of each
states.py          what the check found, in words
selection.py       which facts and views those are
formula_words.py   formulas in words, with links to the operands
further.py         further sources of facts, and whether they agree
quotations.py      quotes in their sentences, with links to the passages
pictures.py         pictures of the pages that quotes stand on
excerpts.py        what is taken from the texts of sources for that
"""
