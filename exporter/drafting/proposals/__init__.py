"""Facts and views that a program of the user's proposes.

judged_proposals.py  what a program proposes, judged as a fact of the report would be: verified,
                     repaired, refused
near_quotes.py       the exact words of a source for a quote that is nearly right
programs.py          A program of the user's that proposes facts and views: clauses go to it,
                     proposals come back
proposed.py          A source of a report, drafted by a program of the user's: asked, judged, as
                     it is written
"""
