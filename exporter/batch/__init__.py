"""Many reports, or one report for many values, built one after another or side by side.

stored.py       parts on disk, for whoever builds them
job.py          one set of files: what is to be done, and what came of it
up_to_date.py   whether a set is what would be built now
left_over.py    sets of values that a report no longer has
run.py          all of them: `build_many`
"""
