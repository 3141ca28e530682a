"""How programs of others read our workbooks; `python -m scripts.readers` makes docs/readers.md."""
