"""Files of facts and views changed in place: nothing in them but what is meant to change.

review.py        what is still to be looked at, and what somebody has accepted of it
review_doubts.py what the check knows of that; review_choice.py: what is meant by ids and patterns
rejection.py     what nobody wants, taken out; rejected_words.py: what of its source is set aside
not_facts.py     a record that sets more aside
mending.py       what `check --fix` writes
facts_files.py   files of a report with other texts, or without marks, whatever their kind
changed.py       what has been changed, written whole or not at all
fact_edits.py    what is to change in a file of facts
yaml_facts.py    facts of a YAML file that say other things, are added, or go
yaml_first.py    the first facts of a file
yaml_values.py   what a field says, as YAML writes it; yaml_lists.py: items taken out and put in
yaml_halves.py   halves of texts in two languages, and what is shared of them
yaml_pieces.py   the parts of a long file that edits are about
yaml_places.py   where everything in a YAML file stands
yaml_items.py    the facts and views there, and what they share; edits that change nothing else
yaml_fields.py   a field taken out of a fact, emptied, added
yaml_marks.py    marks of `review:` taken off
yaml_texts.py    texts of fields exchanged for others
yaml_carried.py  what is taken over from an edition, marked
definition_keys.py  keys of report.yaml said otherwise
csv_cells.py     cells of a CSV file, exchanged or emptied; csv_rows.py: its facts;
                 csv_columns.py: a column
xlsx_cells.py    cells of a workbook, likewise; xlsx_rows.py: its facts; xlsx_columns.py: a column
table_columns.py what facts say, in the columns that a table has; table_rows.py: as it is read then
text_edits.py    pieces of a text put in the place of others; line_diff.py: what changes, as a diff
"""
