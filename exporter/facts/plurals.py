"""English plurals of the names of units."""

# Plurals that end otherwise stand in the tables of units themselves: feet, inches, pence.
_WITHOUT_S = ("s", "z", "foot", "feet", "inch", "penny", "pence", "fahrenheit", "mercury")


def plural_of(name: str) -> str:
    """The name with s, or as it is where that would be no word: feet, hertz, pennies."""
    return name if name.endswith(_WITHOUT_S) else f"{name}s"
