"""A figure of an English sentence, where it stands."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from exporter.drafting.metrics.en.tokens import Token, tokens_of
from exporter.drafting.model import Guess, Setting
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, Role, read_figures
from exporter.facts.units import COUNT, RATIO


@dataclass(frozen=True, slots=True)
class Site:
    """A figure where it stands.

    Attributes:
        at: The index of its token.
        number: Its index among the sentence's figures.
        names: Of the report's entities and brokers, in small letters.
        earlier: The sentence before, of the same paragraph; "" for none.
        name: What names a figure; for those that take another one's name.
        known: What figures are called that were asked for before, by text and offset.
        before: The text before it.
        behind: The text behind it.
    """

    text: str
    tokens: list[Token]
    at: int
    figure: Figure
    number: int
    figures: tuple[Figure, ...]
    names: tuple[str, ...]
    earlier: str
    name: Callable[["Site"], Guess[str]]
    known: dict[tuple[str, int], Guess[str]] = field(default_factory=dict, compare=False)
    before: str = field(init=False, compare=False)
    behind: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Cut the text once: more than a hundred rules look at both sides of each figure."""
        token = self.tokens[self.at]
        object.__setattr__(self, "before", self.text[: token.start])
        object.__setattr__(self, "behind", self.text[token.end :])

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.figure.dimension == RATIO

    @property
    def is_counted(self) -> bool:
        """Whether it is a bare number, of whatever."""
        return self.figure.dimension == COUNT

    @property
    def is_money(self) -> bool:
        """Whether it is a sum."""
        return self.figure.dimension.startswith("money")

    @property
    def last(self) -> Figure | None:
        """The figure before it; None for the first."""
        return self.figures[self.number - 1] if self.number else None

    def since(self, other: Figure) -> str:
        """The text between a figure before it and it."""
        return self.text[other.end : self.tokens[self.at].start]

    def next(self, step: int = 1) -> str:
        """A word behind it, in small letters."""
        at = self.at + step
        return self.tokens[at].lower if at < len(self.tokens) else ""


def names_of(setting: Setting) -> tuple[str, ...]:
    """What the report's entities and brokers are called, in small letters, the longest first."""
    known = (*setting.entities, *setting.brokers)
    said = {name.lower() for one in known for name in (*one.name, *one.aliases)}
    return tuple(sorted(said, key=lambda name: (-len(name), name)))


_SENTENCE_END = regex(r"(?<=[.!?])[\"”’]?\s+(?=[\"“]?[A-Z])")


def sentence_before(setting: Setting, start: int) -> str:
    """The sentence before an offset of the source's text, of the same paragraph."""
    text = (setting.source.text or "")[max(0, start - 1200) : start]
    paragraph = text.rsplit("\n", 1)[-1].strip()
    return _SENTENCE_END.split(paragraph)[-1]


def site_of(
    text: str,
    span: tuple[int, int],
    figure: Figure,
    figures: tuple[Figure, ...],
    names: tuple[str, ...],
    name: Callable[["Site"], Guess[str]],
    earlier: str = "",
) -> Site:
    """Where a figure stands: `span` is its own, `figures` are those that are known beside it."""
    tokens = tokens_of(text, figures, span)
    at = next(n for n, token in enumerate(tokens) if (token.start, token.end) == span)
    number = next((n for n, one in enumerate(figures) if one.start >= span[0]), 0)
    return Site(text, tokens, at, figure, number, figures, names, earlier, name)


def of_other(site: Site, other: Figure) -> Guess[str]:
    """What a figure before is called."""
    known = site.figures[: site.number]
    at = known.index(other) if other in known else 0
    low = known[at - 1] if at and other.role is Role.HIGH else other
    return _asked(site, site.text, (low.start, other.end), low, site.figures)


def of_last(site: Site) -> Guess[str]:
    """What the figure right before is called; "" for the first."""
    return of_other(site, site.last) if site.last else Guess("")


def sure_of(site: Site, other: Figure | None) -> str:
    """What a figure before is called; "" where that is in doubt, or where there is none."""
    guess = of_other(site, other) if other else Guess("")
    return "" if guess.doubt else guess.value


def of_earlier(site: Site, other: Figure, figures: tuple[Figure, ...]) -> Guess[str]:
    """What a figure of the sentence before is called; `figures` are all of that sentence."""
    return _asked(site, site.earlier, (other.start, other.end), other, figures)


def only_of_earlier(site: Site, is_meant: Callable[[Figure], bool]) -> str:
    """What the one such figure of the sentence before is called; "" for none, or several."""
    figures = read_figures(site.earlier)
    meant = [one for one in figures if is_meant(one)]
    return _sure_of_earlier(site, meant[0], figures) if len(meant) == 1 else ""


def last_of_earlier(site: Site, is_meant: Callable[[Figure], bool]) -> str:
    """What the last such figure of the sentence before is called; "" for none."""
    figures = read_figures(site.earlier)
    meant = [one for one in figures if is_meant(one)]
    return _sure_of_earlier(site, meant[-1], figures) if meant else ""


def _sure_of_earlier(site: Site, other: Figure, figures: tuple[Figure, ...]) -> str:
    guess = of_earlier(site, other, figures)
    return "" if guess.doubt else guess.value


OPEN = "what is measured is not said beside the figure"


def _asked(
    site: Site, text: str, span: tuple[int, int], other: Figure, figures: tuple[Figure, ...]
) -> Guess[str]:
    """The name of another figure, found once, for many may take it.

    Of two that each go by the other (it rose $3m to $14m), the one asked again has none.
    """
    key = (text, other.start)
    if key not in site.known:
        site.known[key] = Guess("", OPEN)
        earlier = site.earlier if text == site.text else ""
        at = site_of(text, span, other, figures, site.names, site.name, earlier)
        site.known[key] = site.name(replace(at, known=site.known))
    return site.known[key]
