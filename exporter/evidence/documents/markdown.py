"""Markdown: its words without its marks, and what its front matter tells.

What is read is CommonMark with tables and footnotes as GitHub has them. Lines of a paragraph are
put together; a picture holds no words of the text.

Source: CommonMark 0.31; GitHub Flavored Markdown, 4.10 (tables).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exporter.evidence.documents.aligned import parts_of, tables_of
from exporter.evidence.documents.dates import day_of
from exporter.evidence.documents.joining import Vocabulary, joined
from exporter.evidence.documents.language import language_tag
from exporter.evidence.documents.model import Document, Metadata, Place
from exporter.evidence.documents.plain import decoded
from exporter.evidence.documents.raised import raised
from exporter.facts.patterns import URL_PATTERN
from exporter.facts.yaml_tree import MapNode, Scalar, parse_tree
from exporter.limits import ReadingLimits

Token = Any  # of markdown-it, which is loaded where it is used
EXTRACTOR = "markdown-6"
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_SENTENCE_END = re.compile(r"[.!?;:。！？；：…]\s*\Z")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_FOOTNOTE = re.compile(r"\[\^(\d{1,3})\]:?")
_TAG = re.compile(r"<!--.*?-->|<[/!?]?[A-Za-z][^>]*>", re.DOTALL)
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "publisher": ("publisher", "site", "site_name", "source", "publication"),
    "author": ("author", "authors", "by", "byline"),
    "published": ("published", "date", "date_published", "pubdate", "created"),
    "language": ("language", "lang", "locale"),
    "url": ("url", "canonical", "canonical_url", "link", "source_url", "permalink"),
}


def read_markdown(data: bytes, limits: ReadingLimits) -> Document:
    """Read a Markdown text.

    Raises:
        InputError: It is no UTF-8 text.
    """
    from markdown_it import MarkdownIt, __version__

    del limits  # of its clauses, which whoever splits it into these knows
    written = decoded(data)
    front = _FRONT_MATTER.match(written)
    body = written[front.end() :] if front else written
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(_with_tables(_footnotes_raised(body)))
    words = Vocabulary(body.splitlines())
    text, places = "", []
    paragraphs = filter(str.strip, _paragraphs(tokens, words))
    for number, paragraph in enumerate(paragraphs, 1):
        text += "\n" if text else ""
        places.append((len(text), Place(paragraph=number)))
        text += paragraph.strip()
    metadata = _metadata(front[1] if front else "", tokens, words)
    return Document(
        "markdown", text, tuple(places), metadata, f"{EXTRACTOR}/markdown-it-{__version__}"
    )


def _with_tables(text: str) -> str:
    """A text whose tables that are set by blanks, or by bars alone, have bars and a rule.

    Blocks between fences show what they hold, and are read by themselves.
    """
    lines = text.splitlines()
    whole: list[str] = []
    after = 0
    for start, end, table in tables_of([*_outside_fences(lines)], ruled=False):
        whole += [*lines[after:start], "", *_with_bars(table), ""]
        after = end
    return "\n".join([*whole, *lines[after:]]) if after else text


def _outside_fences(lines: Sequence[str]) -> Iterator[str]:
    """Lines of a text, those between fences as white space."""
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and (not fence or (mark[1].startswith(fence) and not mark[2].strip())):
            fence = "" if fence else mark[1]
            yield "```"
        else:
            yield "" if fence else line


def _with_bars(table: Sequence[str]) -> Iterator[str]:
    rows = [line.split("\t") for line in table]
    count = max(map(len, rows))
    for at, row in enumerate(rows):
        yield "|" + "|".join([*row, *[""] * (count - len(row))]) + "|"
        if not at:
            yield "|" + "---|" * count


def _paragraphs(tokens: Sequence[Token], words: Vocabulary) -> Iterator[str]:
    """The paragraphs of a text: headings, items, blocks of code, rows of tables."""
    row: list[str] | None = None
    for token in tokens:
        match token.type:
            case "tr_open":
                row = []
            case "tr_close":
                yield "\t".join(row or ())
                row = None
            case "inline":
                paragraph = _words(token.children or (), words)
                if row is None:
                    yield paragraph
                else:
                    row.append(" ".join(paragraph.split()))
            case "fence" | "code_block":
                for part in parts_of(token.content.splitlines()):
                    yield from part.lines
            case "html_block":
                yield from _TAG.sub("\n", token.content).splitlines()


def _words(children: Sequence[Token], words: Vocabulary) -> str:
    """The words of a paragraph; a line end that is meant stays one."""
    lines = [[""]]
    for child in children:
        match child.type:
            case "softbreak":
                lines[-1].append("")
            case "hardbreak":
                lines.append([""])
            case "text" | "code_inline":
                lines[-1][-1] += child.content
            case "html_inline" if child.content.lower().startswith("<br"):
                lines.append([""])
    return "\n".join(_line(pieces, words) for pieces in lines)


def _line(pieces: Sequence[str], words: Vocabulary) -> str:
    line = pieces[0]
    for piece in pieces[1:]:
        # Behind a sentence nothing is to be put together, and the line end may stay.
        is_end = _SENTENCE_END.search(line) is not None
        line = f"{line}\n{piece}" if is_end else joined(line, piece, words)
    return line


def _footnotes_raised(text: str) -> str:
    """A text with its marks of footnotes (`[^1]`) as they are shown, those of notes too."""
    return _FOOTNOTE.sub(lambda mark: raised(mark[1]), text)


def _metadata(front: str, tokens: Sequence[Token], words: Vocabulary) -> Metadata:
    """What the front matter tells; the title is the first heading where it tells none."""
    said = _said(front)

    def first(name: str) -> str | None:
        return next((said[key] for key in _KEYS[name] if said.get(key)), None)

    heading = next(
        (
            _words(tokens[place + 1].children or (), words)
            for place, token in enumerate(tokens)
            if token.type == "heading_open" and token.tag == "h1"
        ),
        None,
    )
    url = first("url")
    return Metadata(
        title=first("title") or heading,
        publisher=first("publisher"),
        author=first("author"),
        published=day_of(first("published") or ""),
        language=language_tag(first("language") or ""),
        url=url if url and re.match(URL_PATTERN, url) else None,
    )


def _said(front: str) -> dict[str, str]:
    """The keys of front matter, in small letters, with texts; none where it is no YAML."""
    tree, problems = parse_tree(front, "front matter") if front.strip() else (None, [])
    if not isinstance(tree, MapNode) or problems:
        return {}
    said = {key.lower(): _text(node) for key, node in tree.items.items()}
    return {key: text for key, text in said.items() if text}


def _text(node: object) -> str:
    if isinstance(node, Scalar):
        return "" if node.is_null else node.text.strip()
    items = getattr(node, "items", ())
    return ", ".join(filter(None, map(_text, items))) if isinstance(items, tuple) else ""
