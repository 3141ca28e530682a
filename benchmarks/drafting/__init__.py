"""How well `exporter draft` does on articles that were labelled by hand.

The form of such articles is described in tests/draft/README.md. The drafter is run as a user runs
it, and what it prints is read by the reader of facts: nothing here knows how it works.

labels.py      articles with what is right of them
place.py       where a snippet or a quote stands in a text
drafted.py     an article recorded and drafted, and the drafts read
names.py       whether two names of units, metrics, people are one
judged.py      drafts beside labels: which belong together, and what is right of them
table.py       what is printed
shipped.py     the facts of a report of this project, as labels
"""
