"""Where the last of some punctuation marks stands."""


def after_last(text: str, marks: str, end: int) -> int:
    """The offset behind the last of some marks before an offset; 0 where there is none.

    Args:
        text: Of which offsets are.
        marks: Each a character.
        end: Before which is looked.
    """
    return max(text.rfind(mark, 0, end) for mark in marks) + 1
