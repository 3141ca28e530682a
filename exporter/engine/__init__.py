"""What serves size and speed, and knows nothing of facts.

arrow.py           Arrow arrays made and looked at without a detour through Python's objects
arrow_rows.py      the rows of whatever gives Arrow data: in batches, counted
pandas_left_out.py pyarrow without pandas, which it loads with the first list that it is given
data_frames.py     DataFrames of pandas and polars as Arrow tables, with all that is in them
python_values.py   Python values of any kinds, as one Arrow array in which each stays what it is
memo.py            what is worked out once for each text, until it is forgotten
memory.py          which allocator Arrow takes its memory from while much is written
parquet.py         Parquet files read without spelling out what repeats in them
spool.py           batches that are gone through more than once, on disk where they are many
processors.py      how many processors this process may use
threads.py         batches worked on side by side, results in order
locks.py           locks that tell temporary files of the living from those of the dead
worker_process.py  another Python process that does what it is asked
kept_worker.py     one idle worker process that waits for the next who needs one
call_beside.py     one call that such a process makes while this one does something else; work that
                   both then share
workers_ahead.py   such processes that load what they will need before they are asked
worker_pool.py     several of them that share tasks
worker_stream.py   what such a process makes bit by bit, with so much memory and time
regex.py           regular expressions that are compiled when they are first used
progress.py        how long work tells how far it is
"""
