"""One-pagers: views of brokers on one page.

model.py           what the writer draws
layout.py          all of it together
cards.py           what each broker thinks; comparison.py: brokers side by side
figures.py         key figures; pictures.py: bars, and the range of target prices
shown.py           facts as the page shows them
attachments.py     the files that travel inside a PDF
"""
