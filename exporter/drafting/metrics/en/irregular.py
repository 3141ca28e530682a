"""Participles of English verbs that are formed by no rule: sent, spent, carried."""

_SAID = (
    "send sent, spend spent, lend lent, rent rented, pay paid, carry carried, write written, give "
    "given, feed fed, teach taught, bring brought, catch caught, lead led, leave left, keep "
        "kept, see "
    "seen, show shown, grow grown, draw drawn, throw thrown, fly flown, drive driven, take taken, "
    "break broken, choose chosen, begin begun, shoot shot, strike struck, swing swung, dig "
        "dug, oversee overseen, find "
    "found, get gotten, hold held, buy bought, sell sold, build built, make made, win won, "
        "lose lost, "
    "lay laid, steal stolen, tear torn, wear worn, shut shut, put put, read read, split split, "
        "freeze "
    "frozen, meet met, drill drilled, try tried, supply supplied, apply applied, deploy deployed, "
    "employ employed, study studied, rely relied, bury buried, ferry ferried, copy copied, "
    "repay repaid, offset offset, eat eaten, drink drunk"
)  # fmt: skip
_TABLE = dict(pair.split() for pair in _SAID.split(", "))
_DOUBLING = frozenset(
    "fit refit plan ship scrap drop stop trim plug strip equip commit swap tap control".split()
)


def regular_participle(verb: str) -> str:
    """The participle of a verb by its bare form, or the one that ends in -s: sends, carries."""
    if verb in _TABLE:
        return _TABLE[verb]
    if verb.endswith("ies") and f"{verb[:-3]}y" in _TABLE:
        return _TABLE[f"{verb[:-3]}y"]
    stem = verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb
    if stem in _TABLE:
        return _TABLE[stem]
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return f"{stem[:-1]}ied"
    stem = f"{stem}{stem[-1]}" if stem in _DOUBLING else stem  # planned
    return f"{stem}d" if stem.endswith("e") else f"{stem}ed"


def gerund(verb: str) -> str:
    """The form in -ing of a verb by its bare form: opening, planning, replacing."""
    stem = f"{verb}{verb[-1]}" if verb in _DOUBLING else verb
    is_silent = stem.endswith("e") and not stem.endswith(("ee", "ye", "oe"))
    return f"{stem[:-1] if is_silent else stem}ing"
