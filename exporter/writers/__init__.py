"""Drawing what `report/` laid out: a room for each kind of file. Writers decide nothing.

xlsx/              workbooks
pdf/               one-pagers
html.py            the evidence page
alike_entries.py   its entries, which its template draws form by form
eml/               messages
signature.py       signing: a certificate's holder, a signature beside a file
templates.py       the templates of pages, and what fills them in
page_process.py    pages made in a worker process
"""
