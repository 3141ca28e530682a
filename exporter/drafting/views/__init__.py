"""What brokers think, and what is told without a figure.

broker_views.py  what brokers think, as a source tells it: one view of each broker in a paragraph
brokers.py       brokers that sources name: the report's, and houses that it does not know
in_tables.py     ratings and target prices that a table lists, a row for each broker
spans.py         which stretches of a source tell what a broker thinks: those of a paragraph are
                 one view
statements.py    things done or had, told of an entity without a figure: launched, acquired, 发布,
                 收购
subjects.py      words that name whom a view is of
words.py         the words of views: what brokers do, which way they lean, the reasons that they
                 give
"""
