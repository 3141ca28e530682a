"""What facts of a YAML file share, written once.

`- defaults: {…}` is for the facts that follow, up to the next `defaults`, and a group such as
`- {quote: …, facts: […]}` for those in its list. A fact's own field goes first, then its group's,
then the default.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from exporter.errors import Doubt, Problem, WrongValueError
from exporter.facts.judged_defaults import Default, broken_defaults, unknown_fault
from exporter.facts.table import BILINGUAL_FIELDS, HISTORY
from exporter.facts.yaml_fields import cells
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar

_DEFAULTS, _FACTS = "defaults", "facts"
OWN = {"id", "value", *HISTORY}  # a value that was forgotten is not to become another's
_TRANSLATIONS = {"quote_en", "quote_zh"}  # of the quote beside them
_NEEDED = {"entity", "metric", "unit", "source", "quote"}  # a fact without is at fault, or another


@dataclass(frozen=True, slots=True)
class _Shared:
    """Fields that stand once for several facts; which of them are at fault, and which are taken."""

    fields: MapNode
    faulty: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)


_NOTHING = _Shared(MapNode({}, {}, 0))


def with_shared_fields(
    items: Sequence[Node],
    shown: str,
    known: Mapping[str, Sequence[str]],
    own: str = "",
    *,
    only_whole: bool = True,
) -> tuple[Sequence[Node], list[Problem]]:
    """The facts of a file, each with all of its fields.

    Args:
        items: Of the file's list: facts, defaults and groups.
        shown: What messages call the file.
        known: What fields may say that name something of the report, where that is asked.
        own: The key that says whose a fact is, in a report for many.
        only_whole: Whether facts are left out that need a shared field which is at fault.

    Returns:
        The facts, each at its own line, and what is wrong with what is shared, at its line,
        doubts among it.
    """
    if not any(isinstance(item, MapNode) and _shares(item) for item in items):
        return items, []
    file = _File(shown)
    file.take(items)
    file.judge(known, own)
    facts = [fact for node, shared in file.facts for fact in _filled(node, shared, only_whole)]
    return facts, [*file.problems, *file.idle()]


def _shares(item: MapNode) -> bool:
    return _DEFAULTS in item.items or _FACTS in item.items


class _File:
    """The facts of a file, each with what it may take, and what is wrong with that."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.facts: list[tuple[Node, tuple[_Shared, ...]]] = []
        self.problems: list[Problem] = []
        self._every: list[_Shared] = []

    def take(self, items: Sequence[Node]) -> None:
        """Take in what stands in the list of the file."""
        defaults = _NOTHING
        for item in items:
            if isinstance(item, MapNode) and _DEFAULTS in item.items:
                defaults = self._defaults(item)
            elif isinstance(item, MapNode) and _FACTS in item.items:
                self._take_group(item, defaults)
            else:
                self.facts.append((item, (defaults,)))

    def judge(self, known: Mapping[str, Sequence[str]], own: str) -> None:
        """Find the shared fields that are at fault."""
        sound: list[tuple[_Shared, Default]] = []
        for shared in self._every:
            for name, node in shared.fields.items.items():
                line = shared.fields.lines[name]
                try:
                    said = _said(name, node, known, own)
                    sound.append((shared, Default(name, said, self.shown, line)))
                except WrongValueError as error:
                    shared.faulty.add(name)
                    self._tell(line, *error.fault)
        for index, problem in broken_defaults([default for _, default in sound]):
            self.problems.append(problem)
            if index is not None:
                shared, default = sound[index]
                shared.faulty.add(default.field)

    def idle(self) -> Iterator[Problem]:
        """Fields that are shared with nobody."""
        for shared in self._every:
            for name in shared.fields.items:
                if name in shared.taken | shared.faulty:
                    continue
                line = shared.fields.lines[name]
                wrong = f"no fact takes this `{name}`, for each has its own, or none follows"
                yield Doubt(self.shown, line, "", wrong, "leave it out, or in the facts")

    def _defaults(self, item: MapNode) -> _Shared:
        for name in item.items:
            if name != _DEFAULTS:
                wrong = f"`{name}` stands beside `defaults`"
                self._tell(item.lines[name], wrong, f"begin a new item with it: `- {name}: …`")
        fields = item.items[_DEFAULTS]
        if not isinstance(fields, MapNode) or not fields.items:
            wrong, right = "`defaults` has no fields", "write `- defaults: {source: …}`"
            self._tell(item.lines[_DEFAULTS], wrong, right)
            return _NOTHING
        return self._keep(fields)

    def _take_group(self, item: MapNode, defaults: _Shared) -> None:
        facts = item.items[_FACTS]
        if not isinstance(facts, ListNode) or not facts.items:
            wrong, right = "`facts` holds no facts", "write them there: `facts: [{id: …}, …]`"
            self._tell(item.lines[_FACTS], wrong, right)
            return
        fields = {name: node for name, node in item.items.items() if name != _FACTS}
        if not fields:
            wrong, right = "the facts share nothing", "write `quote: …` beside `facts`"
            self._tell(item.lines[_FACTS], wrong, right)
        group = self._keep(replace(item, items=fields))
        for fact in facts.items:
            if isinstance(fact, MapNode) and _shares(fact):
                key = _DEFAULTS if _DEFAULTS in fact.items else _FACTS
                wrong = f"`{key}` stands in the facts of a group"
                self._tell(fact.lines[key], wrong, "write it in the list of the file")
            else:
                self.facts.append((fact, (group, defaults)))

    def _keep(self, fields: MapNode) -> _Shared:
        shared = _Shared(fields)
        self._every.append(shared)
        return shared

    def _tell(self, line: int, wrong: str, right: str) -> None:
        self.problems.append(Problem(self.shown, line, "", wrong, right))


def _said(
    name: str, node: Node, known: Mapping[str, Sequence[str]], own: str
) -> dict[str, str | None]:
    """What a shared field says, in its columns.

    Raises:
        WrongValueError: It cannot be shared, is not written as a field, or names what is unknown.
    """
    if name in OWN:
        raise WrongValueError(f"`{name}` cannot be shared", "give each fact its own")
    if isinstance(node, Scalar) and node.is_null:
        raise WrongValueError(f"`{name}` is empty", "write what the facts share, or leave it out")
    said = cells(name, node, own)
    if fault := unknown_fault(name, said.get(name), known):
        raise WrongValueError(*fault)
    return said


def _filled(fact: Node, every: Sequence[_Shared], only_whole: bool) -> Iterator[Node]:
    """A fact with what it takes of what is shared, the nearest first; none where that is faulty."""
    if not isinstance(fact, MapNode):
        yield fact
        return
    is_whole = True
    for shared in every:
        items, lines = dict(fact.items), dict(fact.lines)
        for name, node in shared.fields.items.items():
            given = _given(name, fact, node)
            if given is None:
                continue
            shared.taken.add(name)
            if name not in shared.faulty:
                items[name], lines[name] = given, fact.lines.get(name, shared.fields.lines[name])
            elif name in _NEEDED:
                is_whole = False
        fact = replace(fact, items=items, lines=lines)
    if is_whole or not only_whole:
        yield fact


def _given(name: str, fact: MapNode, shared: Node) -> Node | None:
    """What a fact has of a shared field; None where it has its own, and nothing of the shared."""
    own = fact.items.get(name)
    if own is None:
        is_of_other = name in _TRANSLATIONS and "quote" in fact.items
        return None if is_of_other else shared
    is_half = isinstance(own, MapNode) and own.items.keys() in ({"en"}, {"zh"})
    if name in BILINGUAL_FIELDS and isinstance(own, MapNode) and is_half:
        halves = shared.items if isinstance(shared, MapNode) else {"en": shared, "zh": shared}
        return replace(own, items={**halves, **own.items})
    return None
