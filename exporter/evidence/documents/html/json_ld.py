"""What a page tells search engines of its article, as JSON-LD in the words of schema.org.

Source: schema.org, NewsArticle; W3C, JSON-LD 1.1, 3 (`@graph`, sets).
"""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from exporter.evidence.documents.html.tree import Element

_ARTICLE = re.compile(r"Article|Posting|Report|Review|Release|Statement")
_DEEPEST = 8  # objects in one another
_FIELDS = {
    "title": ("headline", "name"),
    "publisher": ("publisher", "sourceOrganization"),
    "author": ("author", "creator"),
    "published": ("datePublished", "dateCreated"),
    "language": ("inLanguage",),
    "url": ("url", "mainEntityOfPage", "@id"),
}


def told_by_json_ld(page: Element) -> dict[str, list[str]]:
    """What is told of the article: the names of metadata's fields, and texts for each."""
    told: dict[str, list[str]] = {name: [] for name in _FIELDS}
    for article in _articles(page):
        for name, keys in _FIELDS.items():
            told[name] += [text for key in keys if (text := _text(article.get(key)))]
    return told


def _articles(page: Element) -> Iterator[Mapping[str, Any]]:
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):  # pages have broken ones, which tell nothing
            continue
        yield from _objects(data, 0)


def _objects(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The articles in what a script holds, those first that stand first."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for part in data:
            yield from _objects(part, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE.search(name) for name in names):
            yield data
        for key in ("@graph", "mainEntity"):
            yield from _objects(data.get(key), depth + 1)


def _text(value: Any) -> str:
    """A value in words: a text, the name of a thing, those of several."""
    if isinstance(value, str):
        return " ".join(unescape(value).split())
    if isinstance(value, dict):
        return next(filter(None, (_text(value.get(key)) for key in ("name", "@value", "@id"))), "")
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_text, value))))
    return ""
