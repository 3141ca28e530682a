"""Edits made in a workbook, back into the files of facts that it was made from.

pulled.py    all of it, one after another
sheets.py    the workbook as any office program saved it
base.py      the content that it was made from; shown.py: every cell as that was laid out
another_report.py  workbooks of another report, refused before they are compared
further_sheets.py  sheets added for entities that had none
compared.py  the cells that were edited, the rows added and gone; same_values.py: what is no edit
days_of_sources.py  days that a fact shows of its source alone
meanings.py  what edited cells say: figures.py: Value, High and Unit together; fields.py: others
unit_cells.py  what the label of a unit says
present.py   the facts of the report as they are now
merged.py    what of the edits is new, known already, or in conflict with what the facts became
new_rows.py  rows that are facts to be
old_translations.py  translations that go with the quote that they translate
judged.py    what the check says of all that
whole_facts.py  facts of which something is refused: nothing else of them is written
referred.py  what else refers to a fact that is to go; sound.py: what would not hold any more
first_facts.py  where the first fact of an entity goes
written.py   all of it in the files
model.py     edits, refusals, conflicts, changes
"""
