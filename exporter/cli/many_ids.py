"""Options that take ids up to the next option: `--reject a b --accept 'c-*' d`."""

from collections.abc import Iterator, Sequence
from typing import Any

from typer.core import TyperCommand


class ManyIds(TyperCommand):
    """A command of a report, with such options: those that may be given many times.

    What stands behind one is said to it alone, so that each id belongs to the option before it.
    The report is no id, wherever it stands.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As every command does, each id behind its option."""
        return super().parse_args(ctx, list(self._each_behind_its_option(args)))

    def _each_behind_its_option(self, args: Sequence[str]) -> Iterator[str]:
        taking = {name for option in self.params for name in option.opts if _takes_ids(option)}
        valued = {name for option in self.params for name in option.opts if _takes_value(option)}
        option = awaited = ""  # the one that ids belong to; the one that wants its value
        has_report = False
        for at, word in enumerate(args):
            if word == "--":
                yield from args[at:]
                return
            if awaited or (word.startswith("-") and word != "-"):
                name = word.partition("=")[0]
                option = option if awaited or name not in taking else name
                awaited = "" if awaited or word not in valued else word
            elif not has_report:
                has_report = True
            elif option:
                yield option
            yield word


def _takes_value(option: Any) -> bool:
    return option.param_type_name == "option" and not option.is_flag


def _takes_ids(option: Any) -> bool:
    return _takes_value(option) and option.multiple and "ID" in (option.metavar or "")
