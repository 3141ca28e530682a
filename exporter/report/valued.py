"""A report for many values as it is for one of them: what report.yaml says then."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from exporter.errors import Problem
from exporter.facts.ranges import Named
from exporter.facts.words import LANGUAGES, Bilingual
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar
from exporter.report.definition import Definition, ReportDefinition
from exporter.report.entity_charts import ids_charted
from exporter.report.for_each import ForEach, Value
from exporter.report.report_file import definition_of

_BILINGUAL = frozenset({"title", "author", "name", "subtitle", "disclosures"})


@dataclass(frozen=True, slots=True)
class Share:
    """What of a report is one value's.

    Attributes:
        value: The value.
        entities: The entities that its facts are about.
        brokers: The English names of those whose views are its own.
        elsewhere: Ids of facts that report.yaml names, and that are other values'.
    """

    value: Value
    entities: Collection[str]
    brokers: Collection[str]
    elsewhere: Collection[str] = ()

    def define(self, definition: Definition) -> tuple[Definition | None, list[Problem]]:
        """What report.yaml says for the value, and what is wrong with it."""
        return definition_for(definition, self)


@dataclass(frozen=True, slots=True)
class Whole:
    """All of a report for many, for who works on its facts and sources and prints nothing.

    Attributes:
        names: Of its values.
    """

    names: Sequence[Bilingual]

    def define(self, definition: Definition) -> tuple[Definition | None, list[Problem]]:
        """What report.yaml says of all values, and what is wrong with it."""
        return _whole_definition(definition, self.names)


def _whole_definition(
    definition: Definition, names: Sequence[Bilingual]
) -> tuple[Definition | None, list[Problem]]:
    """What report.yaml says with an entity for each value that one stands for, and no exhibits."""
    many, tree = definition.report.for_each, definition.tree
    if many is None or not isinstance(tree, MapNode):
        return definition, []
    known: dict[str, Node] = {}
    for entity, node in zip(definition.report.entities, _items(tree, "entities"), strict=True):
        stands_for = names if many.placeholder in entity.name.en else [entity.name]
        for name in stands_for:
            if isinstance(node, MapNode):
                plain = _without(node, {"headline", "chart"})
                known.setdefault(
                    entity.name.en.replace(many.placeholder, name.en), _named(plain, many, name)
                )
    entities = ListNode(tuple(known.values()), tree.lines["entities"])
    tree = replace(tree, items={**_without(tree, {"for_each"}).items, "entities": entities})
    tree = _each(tree, "one_pagers", lambda page: _without(page, {"key_figures", "picture"}))
    return definition_of(tree, definition.shown)


def definition_for(definition: Definition, share: Share) -> tuple[Definition | None, list[Problem]]:
    """What report.yaml says for one value: its name in texts, and nothing that is others'.

    Args:
        definition: Of a report for many.
        share: What is the value's.

    Returns:
        The definition, None where it is not whole, and what is wrong with it.
    """
    many, report = definition.report.for_each, definition.report
    tree = definition.tree
    if many is None or not isinstance(tree, MapNode):
        return definition, []
    tree = _parted(tree, report, many, share)
    named = _named(tree, many, share.value.name)
    return definition_of(named, definition.shown)


def ids_named(report: ReportDefinition) -> set[str]:
    """Ids of the facts that a definition names, but for those that a value's name is a part of."""
    headlines = [entity.headline for entity in report.entities if entity.headline]
    charted = [id_ for entity in report.entities for id_ in ids_charted(entity.chart)]
    shown = [name for page in report.one_pagers for name in page.names]
    return {Named.of(name).id for name in (*headlines, *charted, *shown)}


def _parted(tree: MapNode, report: ReportDefinition, many: ForEach, share: Share) -> MapNode:
    """The tree without what is other values'."""
    name = share.value.name

    def is_there(entity: Bilingual) -> bool:
        return entity.en.replace(many.placeholder, name.en) in share.entities

    known = {entity.name.en: is_there(entity.name) for entity in report.entities}
    viewed = {broker.name.en: broker.name.en in share.brokers for broker in report.brokers}
    is_own = lambda id_: Named.of(id_).id not in share.elsewhere  # noqa: E731
    tree = _without(tree, {"for_each"})
    if any(known.values()):  # else all facts are of entities that are unknown, which is told
        tree = _kept(tree, "entities", known.values())
    tree = _each(tree, "entities", lambda entity: _own_entity(entity, is_own))
    tree = _kept(tree, "brokers", viewed.values())
    tree = _each(tree, "workbooks", lambda book: _listing(book, "entities", known))
    tree = _each(tree, "one_pagers", lambda page: _listing(page, "brokers", viewed))
    tree = _kept(
        tree, "workbooks", [_has_sheets(book.entities, known) for book in report.workbooks]
    )
    tree = _each(tree, "one_pagers", lambda page: _own_page(page, is_own))
    pages = zip(report.one_pagers, _items(tree, "one_pagers"), strict=True)
    shown = [
        any(viewed.get(broker.name.en, True) for broker in report.brokers_of(page))
        or (isinstance(node, MapNode) and any(map(node.items.get, ("key_figures", "picture"))))
        for page, node in pages
    ]
    return _kept(tree, "one_pagers", shown)


def _has_sheets(entities: Iterable[str] | None, known: Mapping[str, bool]) -> bool:
    return entities is None or any(known.get(name, True) for name in entities)


def _own_entity(entity: MapNode, is_own: Callable[[str], bool]) -> MapNode:
    headline, chart = entity.items.get("headline"), entity.items.get("chart")
    if isinstance(headline, Scalar) and not is_own(headline.text):
        entity = _without(entity, {"headline"})
    if isinstance(chart, ListNode):
        entity = _kept(entity, "chart", map(is_own, map(_id, chart.items)))
        if len(chart.items) > len(_items(entity, "chart")) < 2:  # one bar compares with nothing
            entity = _without(entity, {"chart"})
    return entity


def _own_page(page: MapNode, is_own: Callable[[str], bool]) -> MapNode:
    page = _kept(page, "key_figures", map(is_own, map(_id, _items(page, "key_figures"))))
    if not _items(page, "key_figures"):
        page = _without(page, {"key_figures"})
    picture = page.items.get("picture")
    if isinstance(picture, MapNode):
        pictured = _kept(picture, "facts", map(is_own, map(_id, _items(picture, "facts"))))
        if not _items(pictured, "facts"):
            return _without(page, {"picture"})
        page = replace(page, items={**page.items, "picture": pictured})
    return page


def _listing(item: MapNode, key: str, there: Mapping[str, bool]) -> MapNode:
    """What lists entities or brokers, with those of the value; with all of these where none is."""
    names = _items(item, key)
    item = _kept(item, key, (there.get(_id(name), True) for name in names))
    return _without(item, {key}) if names and not _items(item, key) else item


def _named(node: Node, many: ForEach, name: Bilingual, key: str = "", lang: str = "") -> Node:
    """A node with the value's name in its texts, in the language of each."""
    match node:
        case Scalar() if many.placeholder in node.text:
            if name.en != name.zh and not lang and key in _BILINGUAL:
                halves: dict[str, Node] = {
                    half: _named(node, many, name, key, half) for half in LANGUAGES
                }
                return MapNode(halves, dict.fromkeys(halves, node.line), node.line)
            said = name.zh if lang == "zh" else name.en
            return node._replace(text=node.text.replace(many.placeholder, said), plain=False)
        case MapNode():
            of_languages = node.items.keys() <= {*LANGUAGES}
            items = {
                part: _named(
                    child, many, name, key if of_languages else part, part if of_languages else ""
                )
                for part, child in node.items.items()
            }
            return replace(node, items=items)
        case ListNode():
            return replace(node, items=tuple(_named(item, many, name, key) for item in node.items))
    return node


def _id(node: Node) -> str:
    """What an item of a list names: a text, or the `fact` of two."""
    if isinstance(node, MapNode):
        return _id(node.items.get("fact", Scalar("", True, node.line)))
    return node.text if isinstance(node, Scalar) else ""


def _items(node: MapNode, key: str) -> tuple[Node, ...]:
    listed = node.items.get(key)
    return listed.items if isinstance(listed, ListNode) else ()


def _kept(node: MapNode, key: str, is_kept: Iterable[bool]) -> MapNode:
    """A mapping with some items of one of its lists."""
    listed = node.items.get(key)
    if not isinstance(listed, ListNode):
        return node
    kept = tuple(item for item, stays in zip(listed.items, is_kept, strict=True) if stays)
    return replace(node, items={**node.items, key: replace(listed, items=kept)})


def _each(node: MapNode, key: str, function: Callable[[MapNode], MapNode]) -> MapNode:
    listed = node.items.get(key)
    if not isinstance(listed, ListNode):
        return node
    items = tuple(function(item) if isinstance(item, MapNode) else item for item in listed.items)
    return replace(node, items={**node.items, key: replace(listed, items=items)})


def _without(node: MapNode, keys: Collection[str]) -> MapNode:
    return replace(node, items={key: item for key, item in node.items.items() if key not in keys})
