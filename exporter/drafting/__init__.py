"""What is proposed: facts and views drafted from a source, each proved before it is shown.

model.py        sentences, figures as facts would state them, drafts
proposers.py    a program of the user's, and what it is told and says; proposals.py: how that is judged;
                near_quotes.py: the exact words for a quote that is nearly right
"""
