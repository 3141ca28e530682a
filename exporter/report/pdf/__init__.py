"""One-pagers: views of brokers on one page.

model.py           what the writer draws
layout.py          cards, a matrix of drivers, key figures, a picture
attachments.py     the files that travel inside a PDF
"""
