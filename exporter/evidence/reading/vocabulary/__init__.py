"""What the reader knows of words, as tables in the field's words, Chinese and English.

numbers.py      words and characters of which numbers are made
units.py        how text writes money, measures, shares, lengths of time; classifiers
currency_marks.py  signs and codes of money before a number
bare_numbers.py  what tells that a number without a unit is money, or a multiple
qualifiers.py   how exact a figure is said to be
cues.py         what is said around a figure: signs, denials, rates
nouns.py        what Chinese text counts, and what English labels call it
verbs.py        English verbs, which no number counts
dates.py        months, quarters, and what stands before a year
idioms.py       words that only look like figures
plain.py        what makes a number a name: labels, products, codes
"""
