"""Messages: a report in brief, for a mail program.

model.py           what the writer draws, and what both it and the proof go by
layout.py          what a message says, and what is attached
mailboxes.py       addresses as people type and paste them
"""
