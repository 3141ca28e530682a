"""The evidence page as a file: closed to the network, escaped, the same bytes every time."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

from exporter.report.html.model import EvidencePage, Group, Quotation
from tests.writers.sample_evidence import CLAIM, PAGE, URL
from tests.writers.written import write_evidence_page

HOSTILE = """</style></script><script>alert(1)</script><img src=x onerror="alert(1)">&'"""


class Reading(HTMLParser):
    """What a file holds: elements with their attributes, and the text of each kind of element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in {"meta", "input", "img", "link"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for tag in {*self._open[-1:]}:
            self.texts[tag] = self.texts.get(tag, "") + data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def written(page: EvidencePage, folder: Path) -> str:
    path = folder / "evidence.en.html"
    write_evidence_page(page, path)
    return path.read_text("utf-8")


def test_the_policy_allows_exactly_the_style_and_the_script_in_the_file(tmp_path: Path) -> None:
    reading = Reading(written(PAGE, tmp_path))
    policy = next(m["content"] for m in reading.all("meta") if m.get("http-equiv") == "Content-Security-Policy")  # fmt: skip
    for tag in ("style", "script"):
        digest = b64encode(sha256(reading.texts[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
        assert len(reading.all(tag)) == 1
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_nothing_is_styled_or_scripted_in_place(tmp_path: Path) -> None:
    reading = Reading(written(PAGE, tmp_path))
    names = {name for _, attributes in reading.elements for name in attributes}
    assert names.isdisjoint({"src", "style", "srcset", "poster", "action"})
    assert not [name for name in names if name.startswith("on")]
    assert not reading.all("link")
    assert "url(" not in reading.texts["style"]
    assert "@import" not in reading.texts["style"]


def test_what_analysts_write_is_text_and_never_mark_up(tmp_path: Path) -> None:
    hostile = replace(
        CLAIM, topic=HOSTILE, heading=HOSTILE, value=HOSTILE, unit=HOSTILE, points=(HOSTILE,),
        details=((HOSTILE, HOSTILE),),
        quotation=Quotation(HOSTILE, HOSTILE, HOSTILE, "zh", HOSTILE, URL, HOSTILE),
    )  # fmt: skip
    page = replace(PAGE, title=HOSTILE, groups=(Group(HOSTILE, (hostile,)),), topics=(HOSTILE,))
    reading = Reading(written(page, tmp_path))
    assert len(reading.all("script")) == 1
    assert not reading.all("img")
    for tag in ("h1", "h2", "h3", "mark", "li", "dt", "dd", "option"):
        assert HOSTILE in reading.texts[tag], tag


def test_a_fact_has_its_anchor_its_words_and_its_link(tmp_path: Path) -> None:
    reading = Reading(written(PAGE, tmp_path))
    assert reading.all("article")[0]["id"] == "ships"
    assert reading.texts["mark"] == "二十多艘船"
    quote = next(p for p in reading.all("p") if p.get("class") == "quote")
    assert quote["lang"] == "zh"
    assert URL in [a["href"] for a in reading.all("a")]
    assert {a["rel"] for a in reading.all("a") if a["href"].startswith("http")} == {"noopener noreferrer"}  # fmt: skip


def test_the_pages_own_anchors_are_no_ids_of_facts(tmp_path: Path) -> None:
    reading = Reading(written(PAGE, tmp_path))
    ids = [attributes["id"] for _, attributes in reading.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert [id_ for id_ in ids if not id_.startswith("_")] == ["ships"]


def test_a_quote_without_context_or_link_is_told_as_well(tmp_path: Path) -> None:
    bare = replace(
        CLAIM, quotation=replace(CLAIM.quotation, before="", after="", url="", translation="")
    )
    reading = Reading(written(replace(PAGE, groups=(Group("Harbour", (bare,)),)), tmp_path))
    assert reading.texts["mark"] == "二十多艘船"
    assert "around" not in {s.get("class") for s in reading.all("span")}
    assert [a["href"] for a in reading.all("a")] == [
        "#_evidence",
        "#ships",
        "https://news.example/a",
    ]


def test_the_same_page_gives_the_same_bytes_and_no_other_file(tmp_path: Path) -> None:
    first = written(PAGE, tmp_path)
    assert written(PAGE, tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == ["evidence.en.html"]
    assert not re.search(r"\r", first)
