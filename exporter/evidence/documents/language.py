"""Languages as documents name them: `en`, `zh`, or the BCP 47 tag of another."""

import re

_TAG = re.compile(r"\s*([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)\s*(?:[.;,@]|$)")


def language_tag(said: str) -> str | None:
    """A language as a record names it; None where nothing is named.

    English and Chinese are told apart no further, since they are read alike everywhere.

    Source: RFC 5646 (BCP 47), 2.1 and 2.1.1 (how tags are written).
    """
    match = _TAG.match(said)
    if match is None:
        return None
    language = match[1].lower()
    if language in {"en", "zh"}:
        return language
    if language in {"cmn", "yue"}:
        return "zh"
    parts = match[2].replace("_", "-").split("-")[1:]
    return "-".join([language, *map(_subtag, parts)])


def _subtag(part: str) -> str:
    """A region in capitals, a script with one at its beginning, all else in small letters."""
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()
