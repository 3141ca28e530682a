"""What brokers think, and what is told without a figure.

asides.py        what is said of a broker by the way, and what it did beside its rating
broker_views.py  what brokers think, as a source tells it: one view of each broker in a paragraph
brokers.py       brokers that sources name: the report's, and houses that it does not know
house_people.py  which house an analyst is of, whom a source names once
in_tables.py     ratings and target prices that a table lists, a row for each broker
note_dates.py    the day of a broker's note, where it is said beside it
other_voices.py  where somebody else without a name begins to speak behind a house
quoted_zh.py     Chinese quotations that are followed by whose they are
spans.py         which stretches of a source tell what a broker thinks: those of a paragraph are
                 one view
statements.py    things done or had, told of an entity without a figure: launched, acquired, 发布,
                 收购
subjects.py      whom a view is of, by the words around its rating and its names
target_prices.py the target price that a broker gives, of those in its words
terms_given.py   whether words give a rating or a target price, or withdraw one
theses.py        what a broker claims, and its reasons, without ratings and target prices
unknown_houses.py houses whose names do not say that they are some, by what they do: they rate
whole_zh.py      whether a Chinese statement is whole: who did what
words.py         the words of views: what brokers do, which way they lean, the reasons that they
                 give
"""
