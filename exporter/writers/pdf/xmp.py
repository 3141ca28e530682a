"""A PDF's metadata as XMP: what it is, and which standards it claims to follow.

Source: ISO 16684-1 (XMP); ISO 19005-3, 6.6 (PDF/A-3); ISO 14289-1, 5 (PDF/UA-1).
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from exporter.report.pdf.model import Properties

# PDF/A knows a fixed set of schemas; the one by which PDF/UA is claimed is to be described in full.
_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<dc:date><rdf:Seq><rdf:li>{created}</rdf:li></rdf:Seq></dc:date>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def describe(properties: Properties, lang: str, info: Mapping[str, object]) -> bytes:
    """The metadata of a PDF, in the same words as its information dictionary.

    Args:
        properties: Title, subject, author, keywords; `created` is the edition.
        lang: The page's language.
        info: WeasyPrint's information dictionary, of pydyf's strings.
    """
    fields = {
        "title": properties.title,
        "author": properties.author,
        "subject": properties.subject,
        "created": properties.created.isoformat(),
        "lang": lang,
        # As WeasyPrint wrote them: it trims the keywords, and names itself and what called it.
        "keywords": _text(info, "Keywords"),
        "producer": _text(info, "Producer"),
        "creator": _text(info, "Creator"),
    }
    return _PACKET.format_map({key: escape(text) for key, text in fields.items()}).encode()


def _text(info: Mapping[str, object], key: str) -> str:
    return str(getattr(info.get(key), "string", ""))
