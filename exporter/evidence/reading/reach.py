"""Where the words end that can belong to a figure: clauses."""

from exporter.evidence.reading.lexer import Text

_ENDS = frozenset("， 。 ； ： ！ ？ （ ） ( ) [ ] ; ! ? … : , .".split())


_MAY_END = _ENDS | {"—", "-"}


def clause_bounds(text: Text) -> list[int]:
    """The indices of words that end a clause; 、 and marks inside figures end none."""
    found = []
    words, starts, ends = text.words, text.starts, text.ends
    lines = "\n" in text.lower
    for index, word in enumerate(words):
        if word not in _MAY_END and not lines:
            continue
        if word in _ENDS or (word == "—" and text.word(index + 1) == "—"):
            if (
                word in {",", ":", "."}
                and index + 1 < len(words)
                and ends[index] == starts[index + 1]
                and words[index + 1][0].isdecimal()
            ):
                continue
            if word == "." and index + 1 < len(words) and ends[index] == starts[index + 1]:
                continue
            if (
                word == "."
                and index
                and words[index - 1]
                in {
                    "rs",
                    "vs",
                    "mr",
                    "no",
                    "approx",
                    "c",
                    "ca",
                    "u",
                    "s",
                    "mio",
                    "st",
                    "inc",
                    "corp",
                    "co",
                    "ltd",
                }
                and index + 1 < len(words)
            ):
                continue
            found.append(index)
        elif (index and "\n" in text.lower[ends[index - 1] : starts[index]]) or (
            word == "-"
            and 0 < index < len(words) - 1
            and ends[index - 1] < starts[index]
            and ends[index] < starts[index + 1]
        ):
            found.append(index)
    return found
