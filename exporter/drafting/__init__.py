"""What is proposed: facts and views drafted from a source, each proved before it is shown.

model.py        sentences, figures as facts would state them, drafts
report_drafts.py  a source of a report drafted; drafts.py: a source in its setting (setting.py)
sentences.py    a text as sentences
stated.py       what a sentence states in figures; not_stated.py: which figures state nothing;
                units_said.py, units_counted.py, counted_zh.py: in which unit, of measures and of
                what is counted; sayings.py: numbers of names and of figures of speech
readers.py      who reads what stands between the words
quotes.py       the whole clauses that may carry a figure; judged.py: the first that proves it
ids.py          ids of drafts; already.py: what the report has already
as_yaml.py      drafts as YAML; as_table.py: as CSV and XLSX
proposers.py    a program of the user's, what it is told and says; proposals.py: how that is judged;
                near_quotes.py: the exact words for a quote that is nearly right
known_names.py  where a sentence names whom the report knows; name_roles.py: what a name does there;
                strangers.py, well_known.py: companies that the report does not know
entities.py     who or what a figure is about; attributions.py: who says so
periods.py      the period of a figure; bound_periods.py: which of those said governs it;
                period_roles.py: what each does; compared_periods.py: of what others are compared
                with; period_rows.py: lists; period_steps.py: a year before
said_periods.py   the periods that a sentence says: dated_periods.py, by dates (said_dates.py);
                worded_periods.py, by words (said_words.py); whens.py: what a period said is
document_period.py  of which period a document speaks
of_the_day.py   what is of no period: shares, prices, trials, what a thing can do
clauses.py      a figure's clause and its tense; tenses.py: words for those
statuses.py     achieved, planned, guided to, estimated, claimed; status_words.py;
                broker_says.py: whether a broker speaks
views.py        what brokers think; brokers.py: how sources name them; view_words.py: their words
statements.py   things done or had, told without a figure
tables.py   facts of tables: table_lines.py: rows under their heads; table_columns.py: what heads
            are over; table_metrics.py: what rows measure; table_periods.py: when, by what heads
            say (table_periods_said.py); table_proofs.py: the quote; table_units.py: the unit
"""
