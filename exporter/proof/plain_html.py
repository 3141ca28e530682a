"""A reader of HTML that is quick where the markup is plain, as a long page's is nearly throughout.

`html.parser` looks at every tag several times over, which took a third of the time of a report of
ten thousand facts. Plain is what can be read in one way alone: a tag in lower case whose attributes
stand in double quotes, then text, in both no reference but those that every HTML writer escapes
with. All else goes to `html.parser`, up to the next place where it has nothing left to finish.
"""

import re
from html import unescape
from html.parser import HTMLParser

from exporter.engine.memo import memoized

# What stands within these is read by rules of its own (HTML, 13.2.5: RAWTEXT, RCDATA, script data).
_OWN_RULES = "iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp"
_REFERENCE = "&(?:amp|lt|gt|quot|#34|#39);"
VALUE = rf'[^"<>&]*+(?:{_REFERENCE}[^"<>&]*+)*+'
_ATTRIBUTE = re.compile(rf' ([a-z][a-z-]*+)(?:="({VALUE})")?+')
_ATTRIBUTES = rf'(?: [a-z][a-z-]*+(?:="{VALUE}")?+)*+'
_PLAIN = re.compile(
    rf"<(?:/([a-z][a-z0-9]*+)|(?!(?:{_OWN_RULES})[ >])([a-z][a-z0-9]*+)({_ATTRIBUTES}))>"
    rf"(?:\n(?=<)|([^<&]*+(?:{_REFERENCE}[^<&]*+)*+)(?=<))"
)

Attributes = list[tuple[str, str | None]]


class PlainHtmlParser(HTMLParser):
    """`HTMLParser`, to be given a whole file by `read`; calls the same methods in the same order.

    Of a line end between two tags it says nothing.
    """

    at_once = ""  # how elements begin that `read_at_once` may read

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def read_at_once(self, html: str, at: int) -> int:
        """Read a whole element and the white space behind it; gives where it ends, 0 for not so."""
        raise NotImplementedError

    def read(self, html: str) -> None:
        """Read a file from its beginning to its end."""
        at = 0
        while at < len(html):
            if not self.rawdata and self.cdata_elem is None:
                at = self.read_plain(html, at)
            end = html.find(">", at) + 1 or len(html)
            self.feed(html[at:end])
            at = end
        self.close()

    def read_plain(self, html: str, at: int) -> int:
        """Read on as long as all is plain; gives where something else begins."""
        match, at_once = _PLAIN.match, self.at_once
        while True:
            if at_once and html.startswith(at_once, at) and (end := self.read_at_once(html, at)):
                at = end
                continue
            found = match(html, at)
            if found is None:
                return at
            ended, begun, attributes, text = found.groups()
            if ended:
                self.handle_endtag(ended)
            else:
                self.handle_starttag(begun, _attributes(attributes))
            if text:
                self.handle_data(unescape(text) if "&" in text else text)
            at = found.end()


@memoized(4096)
def _attributes(written: str) -> Attributes:
    """The attributes of a tag; of one without a value it is None."""
    return [
        (name, None if value is None else unescape(value))
        for name, value in (one.groups() for one in _ATTRIBUTE.finditer(written))
    ]
