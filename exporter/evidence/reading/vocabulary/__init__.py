"""What the reader knows of words, as tables in the field's words, Chinese and English.

numbers.py      words and characters of which numbers are made
units.py        how text writes money, measures, shares, lengths of time; classifiers
qualifiers.py   how exact a figure is said to be
cues.py         what is said around a figure: signs, denials, rates
nouns.py        what Chinese text counts, and what English labels call it
verbs.py        English verbs, which no number counts
dates.py        months, quarters, and what stands before a year
plain.py        words that only look like figures: idioms, labels, codes
"""
