"""Sending: a message handed to a mail server, encrypted, to each recipient once.

settings.py     which server, who logs in, with what password
payload.py      the message as SMTP carries it
connection.py   a connection: encrypted, certificate checked; login.py: logged in
trouble.py      what can be wrong with it
line.py         messages over it, one by one; reopened when the server hangs up
replies.py      what the server answers, and what that means
log.py          the delivery log: true whenever the work breaks off
outcomes.py     what became of the message to a recipient, in words
deliver.py      all of it together: nobody twice, several rounds, one outcome for each
"""
