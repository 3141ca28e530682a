"""Many reports, or one report for many values, built one after another or side by side.

stored.py          parts on disk, for whoever builds them
job.py             one set of files: what is to be done, and what came of it
up_to_date.py      whether a set is what would be built now
left_over.py       sets of values that a report no longer has
earlier.py         the earlier edition of each value, whose changes are shown
prepared.py        what is to be done: reports read, and their folders held
run.py             all of them: `build_many`
errand.py          a job that is done on another machine, where that gives the same files
cluster.py         jobs handed to a cluster of Dask, and what comes of them
cluster_worker.py  what a worker of Dask does with them: warm processes
"""
