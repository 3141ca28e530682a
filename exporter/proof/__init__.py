"""Proof: written files read back and compared with what was laid out.

It takes nothing from `writers`: who proves must not ask who wrote.

xlsx/              a workbook, cell by cell
pdf/               a one-pager: texts, structure, signatures
html/              the evidence page
eml/               a message
texts.py           the texts of a place compared with those that it should show
html_texts.py      the texts and links of a file of HTML, by the places that they stand in
alike_html.py      elements that are alike but for their texts, read by their forms
plain_html.py      a reader of HTML that is quick where the markup is plain
difference.py      one thing that differs, said in one sentence
manifest/          what was written from what, and all that it takes to make it again anywhere
signature.py       what a signature proves; one that stands beside its file
roots.py           certificates of those who must have signed
"""
