"""A report handed on: a draft, or a message sent, encrypted, to each recipient once.

order.py          a report by e-mail: proved once more, laid out, written, read back, handed on
built.py          a report as it was built: its files, proved once more
deliver.py        a message to many recipients: nobody twice, in several rounds, an outcome for each
conversation.py   messages to the server, one by one; begun again when it hangs up
connection.py     a connection: encrypted, certificate checked, logged in
replies.py        what the server answers, and what that means
failures.py       what can be wrong between here and the server
log.py            the delivery log: true whenever the work breaks off
settings.py       which server, who logs in, with what password
"""
