"""Exporter against its peers, all of them in one run: `make bench`.

    data       the facts that everybody writes, in one Parquet file a size
    rows/      one short module a contender: the rows of that file as a workbook
    checks     quotes and figures checked, against the time of writing them
    pages      one page of broker views as PDF
    reports    a whole report of many facts
    bare_script  what an analyst's own script does instead of `exporter build`
    jobs       what is run; `run_one` is the process of one of them
    timing     running jobs in turn, and what each run took
    results, chart, machine   what is told of it

The process that measures imports nothing heavy, so that it disturbs nobody.
"""
