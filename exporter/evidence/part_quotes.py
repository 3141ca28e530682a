"""Whether whole clauses say what a part of them says, so that they may be quoted in its place."""

import re

from exporter.facts.folding import fold, lower

# What turns a meaning where it stands around the part: did not | rule out a buyback.
_TURNS = re.compile(
    r"\b(?:not|no|never|without|nor|neither|cannot|if|unless|den(?:y|ies|ied)|fail(?:s|ed)|\w+n['’]t)\b"
    r"|[不未没無无非否若]|如果"
)


def says_as_much(part: str, whole: str) -> bool:
    """Whether a part begins and ends with whole words of some clauses, and they do not turn it.

    Args:
        part: Letters of the clauses one after another, without white space and marks.
        whole: The clauses.
    """
    text = lower(fold(whole))
    sought = r"[\W_]*".join(re.escape(sign) for sign in part if sign.isalnum())
    found = re.search(sought, text)
    if found is None:
        return False
    before, after = text[: found.start()], text[found.end() :]
    is_cut = _is_within(before, found[0][:1]) or _is_within(found[0], after[:1], after[1:2])
    return not is_cut and not _TURNS.search(before) and not _TURNS.search(after)


def _is_within(before: str, sign: str, following: str = "") -> bool:
    """Whether a word or a number goes on at a sign, or behind a mark that it is."""
    if re.search(r"[0-9][.,]\Z", before) and sign.isdecimal():
        return True
    if before[-1:].isdecimal() and sign in {".", ","} and following.isdecimal():
        return True
    return all(one.isascii() and one.isalnum() for one in (before[-1:], sign)) and bool(
        before and sign
    )
