"""Regular expressions that are compiled when they are first used.

The readers of texts have more than a thousand, of which a command uses some hundreds; compiling
them all takes half a second of each.
"""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, at the price of compiling it at its first use.

    It cannot be given to functions of `re`, and a faulty pattern is told when it is used.
    """
    return cast("re.Pattern[str]", _Uncompiled(pattern, flags))


class _Uncompiled:
    """A pattern as it is written, with a compiled one's methods from the first use of any on.

    Attributes:
        pattern: As it is written, for those who build others of it.
    """

    __slots__ = ("__weakref__", "_flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Compile, for whoever asks for what is not there yet."""
        if name.startswith("__"):  # Python's own questions, as those of copy
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:  # a further use costs what it costs of a compiled one
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Any, ...]:
        """As it is written, too, where it is sent to another process."""
        return regex, (self.pattern, self._flags)
