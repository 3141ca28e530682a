"""English words before a figure that say how exact it is: about, nearly, up to, more than."""

_WORDS = (
    "about|around|some|roughly|nearly|almost|approximately|only|just|over|under|below|up to"
    "|at least|at most|more than|less than|fewer than|as much as|as many as"
    "|a little|a bit|slightly|well|barely|comfortably"
)


def about_or(*others: str) -> str:
    """A pattern of any number of such words, or of others, each with the space behind it."""
    return f"(?:(?:{'|'.join((_WORDS, *others))}) )*"


ABOUT = about_or()
ABOUT_ONE = about_or("an?", "another")
ABOUT_FURTHER = about_or("a further")
