"""Namespaces of OpenDocument, by the prefixes that the standard uses (ODF 1.3, part 3, § 1.4)."""

from functools import lru_cache

from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"

PREFIXES: dict[str, str] = {
    f"{_OASIS}{path}:1.0": prefix
    for prefix, path in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "meta": "meta",
        "number": "datastyle",
        "svg": "svg-compatible",
        "chart": "chart",
        "dr3d": "dr3d",
        "form": "form",
        "script": "script",
        "config": "config",
        "manifest": "manifest",
        "presentation": "presentation",
        "anim": "animation",
        "smil": "smil-compatible",
        "db": "database",
        "of": "of",
        "dsig": "digitalsignature",
    }.items()
} | {
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2003/g/data-view#": "grddl",
    "http://www.w3.org/2002/xforms": "xforms",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://openoffice.org/2004/office": "ooo",
    "http://openoffice.org/2009/office": "officeooo",
    "http://openoffice.org/2009/table": "tableooo",
    "http://openoffice.org/2010/draw": "drawooo",
    "http://openoffice.org/2001/config": "cfg",
    "http://openoffice.org/2001/menu": "menu",
    "http://openoffice.org/2001/toolbar": "toolbar",
    "http://openoffice.org/2001/statusbar": "statusbar",
    "http://openoffice.org/2001/accel": "accel",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
    "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field",
    "urn:openoffice:names:experimental:ooxml-odf-interop:xmlns:form:1.0": "formx",
    "http://docs.oasis-open.org/ns/office/1.2/meta/pkg#": "pkg",
    "http://docs.oasis-open.org/ns/office/1.2/meta/odf#": "odf",
}

_ADDRESSES = {prefix: address for address, prefix in PREFIXES.items()}


@lru_cache(maxsize=8192)
def short(tag: str) -> str:
    """``text:p`` for a qualified name. ``?:name`` in a namespace that is not of the format; a
    bare ``name`` where there is none."""
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


@lru_cache(maxsize=1024)
def full(called: str) -> str:
    """The qualified name of ``text:p``."""
    prefix, _, local = called.partition(":")
    return f"{{{_ADDRESSES[prefix]}}}{local}"


def attribute(element: etree._Element, called: str) -> str:
    """The value of ``text:name``, empty where there is none."""
    return element.get(full(called)) or ""
