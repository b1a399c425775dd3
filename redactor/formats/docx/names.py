"""Namespaces, by the prefixes that the standard uses for them.

A file may use any prefix, and the strict and transitional variants use two sets of addresses
for one vocabulary (ECMA-376 parts 1 and 4): everything here works on the short names.
"""

from functools import lru_cache

from lxml import etree

_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MS = "http://schemas.microsoft.com/office/"

_BOTH = {
    "w": "wordprocessingml/{}main",
    "r": "officeDocument/{}relationships",
    "m": "officeDocument/{}math",
    "a": "drawingml/{}main",
    "wp": "drawingml/{}wordprocessingDrawing",
    "pic": "drawingml/{}picture",
    "c": "drawingml/{}chart",
    "cdr": "drawingml/{}chartDrawing",
    "dgm": "drawingml/{}diagram",
    "lc": "drawingml/{}lockedCanvas",
    "xdr": "drawingml/{}spreadsheetDrawing",
    "x": "spreadsheetml/{}main",
    "ep": "officeDocument/{}extended-properties",
    "op": "officeDocument/{}custom-properties",
    "vt": "officeDocument/{}docPropsVTypes",
    "ds": "officeDocument/{}customXml",
    "sl": "schemaLibrary/{}main",
    "b": "officeDocument/{}bibliography",
}

PREFIXES: dict[str, str] = {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/dc/dcmitype/": "dcmitype",
    "http://www.w3.org/2000/svg": "svg",
    "http://www.w3.org/1999/xlink": "xlink",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:schemas-microsoft-com:office:word": "w10",
    "urn:schemas-microsoft-com:office:excel": "ox",
    f"{_MS}word/2006/wordml": "wne",
    f"{_MS}word/2010/wordml": "w14",
    f"{_MS}word/2012/wordml": "w15",
    f"{_MS}word/2018/wordml": "w16",
    f"{_MS}word/2018/wordml/cex": "w16cex",
    f"{_MS}word/2016/wordml/cid": "w16cid",
    f"{_MS}word/2020/wordml/sdtdatahash": "w16sdtdh",
    f"{_MS}word/2024/wordml/sdtformatlock": "w16sdtfl",
    f"{_MS}word/2023/wordml/word16du": "w16du",
    f"{_MS}word/2015/wordml/symex": "w16se",
    f"{_MS}word/2010/wordprocessingDrawing": "wp14",
    f"{_MS}word/2010/wordprocessingShape": "wps",
    f"{_MS}word/2010/wordprocessingGroup": "wpg",
    f"{_MS}word/2010/wordprocessingCanvas": "wpc",
    f"{_MS}word/2010/wordprocessingInk": "wpi",
    f"{_MS}drawing/2010/main": "a14",
    f"{_MS}drawing/2014/main": "a16",
    f"{_MS}drawing/2016/SVG/main": "asvg",
    f"{_MS}drawing/2017/decorative": "adec",
    f"{_MS}drawing/2007/8/2/chart": "c14",
    f"{_MS}drawing/2012/chart": "c15",
    f"{_MS}drawing/2014/chart": "c16",
    f"{_MS}drawing/2017/03/chart": "c16r3",
    f"{_MS}drawing/2012/chartStyle": "cs",
    f"{_MS}drawing/2008/diagram": "dsp",
    f"{_MS}drawing/2010/diagram": "dgm14",
    f"{_MS}thememl/2012/main": "thm15",
}
for _prefix, _path in _BOTH.items():
    PREFIXES[_TRANSITIONAL + _path.format("2006/")] = _prefix
    PREFIXES[_STRICT + _path.format("")] = _prefix
PREFIXES[f"{_STRICT}officeDocument/extendedProperties"] = "ep"
PREFIXES[f"{_STRICT}officeDocument/customProperties"] = "op"


@lru_cache(maxsize=8192)
def short(tag: str) -> str:
    """``w:p`` for a qualified name. ``?:name`` in a namespace that is not of Office; a bare
    ``name`` where there is none."""
    namespace, _, local = tag.rpartition("}")
    if not namespace:
        return local
    return f"{PREFIXES.get(namespace[1:], '?')}:{local}"


def name(element: etree._Element) -> str:
    """The short name of an element; ``#comment`` or ``#instruction`` for what is not one."""
    tag: object = element.tag  # a function for what is not an element
    if isinstance(tag, str):
        return short(tag)
    return "#comment" if tag is etree.Comment else "#instruction"


def attribute(element: etree._Element, local: str) -> str:
    """An attribute in the element's own namespace; empty where it has none."""
    return element.get(qualified(element, local)) or ""


def qualified(like: etree._Element, local: str) -> str:
    """`local` in the namespace of `like`: strict files stay strict."""
    return like.tag.rpartition("}")[0] + "}" + local
