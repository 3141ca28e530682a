"""What files of a report may say, as JSON Schemas for editors, and as the reference of the docs.

files.py      a schema for each kind of file
models.py     of what pydantic models say; facts.py: of facts, which are read as a table
told.py       what each key is, in a sentence
"""
