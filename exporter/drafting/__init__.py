"""What is proposed: facts and views drafted from a source, each proved before it is shown.

report_drafts.py  a source of a report drafted; drafts.py: a source in its setting; drafter.py: its
                  parts; order.py: what is wanted; beside.py: a long one by two processes
model.py          sentences, figures as facts would state them, drafts; setting.py: what is known
                  before the first sentence is read
sentences.py      a text as sentences; marks.py: where the last of some marks stands
traditional.py    a source in traditional characters, read in simplified ones
readers.py        who reads what stands between the words; exactness.py: those before a figure that
                  say how exact it is
figures/          what a sentence states in figures
not_so.py         what English sentences deny, take back, ask or imagine; doubted.py: what somebody
                  doubts, in both languages
periods/          of which period, and with which status
names/            whom it is about, and who says so
metrics/          what is measured
views/            what brokers think, and what is told without a figure
tables/           facts of tables
finished.py       drafts of a source as a whole: each once, told apart
repeated.py       figures that a source states again, more loosely, or in a view
quotes.py         the whole clauses that may carry a figure; judged.py: the first that proves it
ids.py            ids of drafts; already.py: what the report has already;
                  aside.py: what is not wanted
proposals/        what a program of the user's proposes
written/          drafts as YAML, CSV and XLSX
"""
