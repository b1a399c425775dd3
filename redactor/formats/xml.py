"""XML as documents carry it: read without entities, network or unbounded trees."""

import re

from lxml import etree

from redactor.formats.errors import Damaged, Hostile, TooLarge

#: More than any honest part: a 3,000-page Word text is about 60 MB of XML.
MAX_BYTES = 256 * 1024 * 1024

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: What XML 1.0 cannot hold at all (§ 2.2).
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(data: bytes, where: str) -> etree._Element:
    """The root of `data`. `where` names the part in errors.

    A document type is refused whole: no office format needs one, and it is what entity
    expansion and external entities stand on. A tree deeper than 256 levels or a text over
    10 MB is refused by the parser (`huge_tree` is off).

    Raises Damaged, Hostile, TooLarge.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(what=where, limit=f"{MAX_BYTES >> 20} Mo")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_blank_text=False,
        # CDATA sections become plain text: the same characters, one way to hold them.
        strip_cdata=True,
    )
    if _has_doctype(data):
        raise Hostile(what=f"DOCTYPE ({where})")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Damaged(where=where) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Hostile(what=f"DOCTYPE ({where})")
    return root


def _has_doctype(data: bytes) -> bool:
    """Whether a document type stands before the root element, in any of the encodings."""
    head = data[:4096]
    if b"\x00" in head:
        head = head.replace(b"\x00", b"")
    root = re.search(rb"<[A-Za-z_]", head)
    return b"<!DOCTYPE" in head[: root.start() if root else None].upper()


def serialise(root: etree._Element) -> bytes:
    """The whole document of `root` as UTF-8, declaration included."""
    data: bytes = etree.tostring(
        root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
    )
    return data


def legal(text: str) -> str:
    """`text` without what XML cannot hold."""
    return _ILLEGAL.sub("", text)
