"""Files of facts and views changed in place: nothing in them but what is meant to change.

yaml_places.py  where everything in a YAML file stands
text_edits.py   pieces of a text put in the place of others
yaml_items.py   facts and views in it, and what they share; edits of which nothing else is changed
yaml_fields.py  a field taken out of a fact, emptied, added
yaml_marks.py   marks of `review:` taken off facts and views of a YAML file
yaml_texts.py   texts of fields exchanged for others
csv_cells.py    cells of a CSV file, exchanged or emptied
facts_files.py  files of a report with other texts, or without marks, whatever their kind
changed.py      what has been changed, written whole or not at all
"""
