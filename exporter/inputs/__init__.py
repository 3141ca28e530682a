"""What a report may be read from, and how: a report is a stranger's data, never a program.

Inside its own folder a report is read as it comes. What it names elsewhere is read only where the
person who runs the command allows it; nothing that a report says can.

places.py      paths, hosts and variables of the environment, and which of them are allowed
remembered.py  what a person has allowed for good, and how much is read, in a file of their own
opened.py      files: resolved, regular, no larger than expected, and hashed as they were read
"""
