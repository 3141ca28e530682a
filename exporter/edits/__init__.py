"""Files of facts and views changed in place: nothing in them but what is meant to change.

yaml_places.py  where everything in a YAML file stands
text_edits.py   pieces of a text put in the place of others
yaml_fields.py  a field taken out of a fact, emptied, added
yaml_marks.py   marks of `review:` taken off facts and views of a YAML file
csv_cells.py    cells of a CSV file; those of marks emptied
changed.py      what has been changed, written whole or not at all
"""
