"""What is proposed: facts and views drafted from a source, each proved before it is shown.

model.py    sentences, figures as facts would state them, drafts
"""
