"""An evidence page with made-up content: of one fact, and of two facts, a view and a doubt."""

from dataclasses import replace
from datetime import date

from exporter.report.html.model import (
    EvidenceEntry,
    EvidencePage,
    Group,
    Quotation,
    SourceEntry,
    State,
)
from exporter.report.labels import EVIDENCE_WORDS
from exporter.report.properties import Properties

URL = "https://news.example/a?x=1&y=2#:~:text=%E8%88%B9%2C%202"
CLAIM = EvidenceEntry(
    id="ships", anchor="ships", topic="Harbour", heading="Ships", value="> 20", unit="ships",
    kind="number", points=(), details=(("As of", "2026"),),
    quotation=Quotation("二十多艘船", "港口有", "。", "zh", "more than twenty ships", URL, "The News"),
    states=(State("quote:verified", "Quote verified", "proved"),),
)  # fmt: skip
PAGE = EvidencePage(
    lang="en",
    title="The harbour",
    counts=(("1", "facts"),),
    groups=(Group("Harbour", (CLAIM,)),),
    topics=("Harbour",),
    states={"Quote": ((CLAIM.states[0], 1),)},
    sources=(SourceEntry("News", "https://news.example/a", ()),),
    labels={key: text.en for key, text in EVIDENCE_WORDS.items()} | {"as_of": "As of 2026"},
    properties=Properties("Evidence: The harbour", "", "Your desk", "", date(2026, 1, 31)),
)

# A date that is kept together, no context, a doubt.
OPENING = replace(
    CLAIM, id="opening", anchor="opening", heading="Quay to open", value="2026年3月", unit="", kind="date",
    quotation=Quotation("三月启用", "", "", "zh", "opens in March", URL, "The News, 2026年1月30日"),
    states=(State("quote:verified", "Quote verified", "proved"), State("figure:not-stated", "Date not stated in the quote", "doubt")),
)  # fmt: skip
VIEW = replace(
    CLAIM, id="north", anchor="view-north", topic="Grids & ports", heading="North on Harbour", value="Calm ahead.", unit="",
    kind="view", points=("Cranes", "<Fog>"), details=(("Stance", "Positive"), ("Rating", "Buy")),
    quotation=Quotation("Calm ahead", "It is ", ", says North.", "en", "", "", "unknown"),
)  # fmt: skip
FULL_PAGE = replace(
    PAGE,
    counts=(("2", "facts"), ("1", "views")),
    groups=(Group("Harbour", (CLAIM, OPENING)), Group("Broker views", (VIEW,))),
    topics=("Harbour", "Grids & ports"),
    states={"Quote": ((CLAIM.states[0], 3),), "Figure": ((OPENING.states[1], 1),)},
    sources=(*PAGE.sources, SourceEntry("Post", "https://post.example/b", (("Published", "2026年1月30日"),))),
)  # fmt: skip
