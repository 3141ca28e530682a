"""Figures that tell of things before them in turn: A, B and C grew 3%, 4% and 5% respectively."""

from collections.abc import Sequence

from exporter.drafting.metrics.en.clauses import Governed, governed
from exporter.drafting.metrics.en.earlier import in_part
from exporter.drafting.metrics.en.moves import as_moved
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import phrase_right
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.subject_words import subject_region
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.metrics.en.verbhood import is_verb
from exporter.drafting.metrics.en.words import ARTICLES, METRICS, SHARING
from exporter.drafting.model import Guess


def by_list(site: Site) -> Guess[str] | None:
    """Each figure of a list its own subject, also where another verb stands among them."""
    if "respectively" not in site.text:
        return None
    tokens, found = site.tokens, governed(site.tokens, site.at)
    if found.verb < 0:
        return None
    first = _first_verb(tokens, found.verb)
    run = _figures_in_turn(tokens, first)
    parts = _parts(subject_region(tokens, first, lists=True), len(run))
    if site.at not in run or len(run) < 2 or len(parts) != len(run):
        return None
    part = parts[run.index(site.at)]
    if shared := _share_of(site, part, run[-1], found):
        return Guess(shared)
    name = phrase_of(part, site.names)
    name = in_part(site, name) if name else ""
    verb = tokens[found.verb].lower
    return Guess(as_moved(name, site, found._replace(words=[]), verb)) if name else None


def _first_verb(tokens: Sequence[Token], verb: int) -> int:
    """The verb behind the list: | grew | 3%, 5% and fell 2% respectively."""
    at = verb - 1
    while at > 0 and (tokens[at].kind == "figure" or tokens[at].lower in {",", "and", "but", "by"}):
        at -= 1
    has_figure = any(token.kind == "figure" for token in tokens[at + 1 : verb])
    return at if at > 0 and has_figure and is_verb(tokens, at) else verb


def _figures_in_turn(tokens: Sequence[Token], verb: int) -> list[int]:
    """Where the figures stand between a verb and "respectively"."""
    end = next(
        (n for n in range(verb, len(tokens)) if tokens[n].lower == "respectively"), len(tokens)
    )
    return [n for n in range(verb + 1, end) if tokens[n].kind == "figure"]


def _parts(words: Sequence[Token], count: int) -> list[list[Token]]:
    """The things of a list, the last ones where there are more than figures."""
    parts: list[list[Token]] = [[]]
    for word in words:
        if word.text == "," or word.lower == "and":
            parts.append([])
        else:
            parts[-1].append(word)
    parts = [part for part in parts if part][-count:]
    head = _head_of_places(parts)
    return [part if not at else [*head, *part] for at, part in enumerate(parts)]


def _head_of_places(parts: Sequence[Sequence[Token]]) -> list[Token]:
    """What a list of places begins with: | Sales in | Norway, Sweden and Spain."""
    first = parts[0] if parts else []
    at = next((n for n, word in enumerate(first) if word.lower in {"in", "at"}), 0)
    are_names = all(
        word.text[:1].isupper() for part in (first[at + 1 :], *parts[1:]) for word in part
    )
    is_of_places = at and first[at + 1 :] and are_names and first[at - 1].lower in METRICS
    return list(first[: at + 1]) if is_of_places else []


def _share_of(site: Site, part: Sequence[Token], last: int, found: Governed) -> str:
    """What holds 3% and 4% of something, as its share."""
    tokens = site.tokens
    is_sharing = site.is_share and tokens[found.verb].lower in SHARING
    if not is_sharing or last + 2 >= len(tokens) or tokens[last + 1].lower != "of":
        return ""
    whole = lowered(phrase_right(tokens, last + 2, site.names), site.text)
    owner = sentence_case([token.text for token in part if token.lower not in ARTICLES])
    return f"{owner}'{'' if owner.endswith('s') else 's'} share of {whole}"
