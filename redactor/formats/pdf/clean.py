"""What a redacted copy no longer has, whatever was occulted: channels dropped whole."""

import zlib
from collections.abc import Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from redactor.formats.pdf import appearances, embedded, unused
from redactor.formats.pdf.broken import BROKEN

PICTURES = "image-metadata"


def clean(pdf: pikepdf.Pdf, options: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Drop what a copy must not keep. Returns what was dropped, and warnings (message keys).

    Among them the notes of pictures, which go once `pdf` is saved: `embedded.strip_pictures`."""
    dropped: set[str] = set()
    warnings: list[str] = []
    root = pdf.Root
    if _signed(root):
        warnings.append("warning.signature-gone")
    if not options.get("keep_attachments"):
        _names(root, "/EmbeddedFiles", dropped, "attachment")
        for key in ("/Collection", "/AF"):
            _drop(root, key, dropped, "attachment")
    _names(root, "/JavaScript", dropped, "script")
    _names(root, "/Templates", dropped, "script")  # pages that only a script brings in (12.7.7)
    for key, name in _ROOT.items():
        _drop(root, key, dropped, name)
    form = root.get("/AcroForm")
    if isinstance(form, Dictionary):
        _drop(form, "/XFA", dropped, "xfa")
        _drop(form, "/SigFlags", dropped, "signature")
    keep = bool(options.get("keep_attachments"))
    for value in pdf.objects:
        if isinstance(value, Dictionary | pikepdf.Stream):
            _object(value, dropped, keep)
        if isinstance(value, pikepdf.Stream):
            _complete(value)
            if value.get("/Subtype") == Name.Form:
                _private(value, _FORM_KEYS, dropped)
    for page in pdf.pages:
        annots = page.obj.get("/Annots")
        if isinstance(annots, Array):
            _annotations(page.obj, annots, dropped, keep)
        _private(page.obj, _PAGE_KEYS, dropped)
        _above(page.obj, dropped)
    _private(root, _CATALOG_KEYS, dropped)
    unused.prune(pdf)
    if "/Prev" in pdf.trailer:
        dropped.add("revision")
    return sorted(dropped), warnings


def _private(holder: Any, known: frozenset[str], dropped: set[str]) -> None:
    """Entries that a producer made for itself: no reader uses them."""
    for key in holder.keys() - known:
        _drop(holder, key, dropped, "private-data")


def _above(page: Any, dropped: set[str]) -> None:
    """The nodes of the tree above a page."""
    for _ in range(_DEEPEST):
        page = page.get("/Parent")
        if not isinstance(page, Dictionary):
            break
        _private(page, _NODE_KEYS, dropped)


_DEEPEST = 64
_NODE_KEYS = frozenset("/Type /Parent /Kids /Count /Resources /MediaBox /CropBox /Rotate".split())
#: ISO 32000-2, tables 29 and 31; some engines keep the way to the properties here too.
_CATALOG_KEYS = frozenset(
    "/Info /Type /Version /Extensions /Pages /PageLabels /Names /Dests /ViewerPreferences"
    " /PageLayout /PageMode /Outlines /Threads /OpenAction /AA /URI /AcroForm /Metadata"
    " /StructTreeRoot /MarkInfo /Lang /OutputIntents /OCProperties /Legal /Requirements"
    " /NeedsRendering /Collection /AF /DPartRoot".split()
)
_PAGE_KEYS = frozenset(
    "/Type /Parent /LastModified /Resources /MediaBox /CropBox /BleedBox /TrimBox /ArtBox"
    " /BoxColorInfo /Contents /Rotate /Group /B /Dur /Trans /Annots /AA /Metadata /StructParents"
    " /ID /PZ /SeparationInfo /Tabs /TemplateInstantiated /PresSteps /UserUnit /VP /AF"
    " /OutputIntents /DPart".split()
)
#: ISO 32000-2, tables 5 and 93.
_FORM_KEYS = frozenset(
    "/Type /Subtype /Name /FormType /BBox /Matrix /Resources /Group /Ref /Metadata /PieceInfo"
    " /LastModified /StructParent /StructParents /OPI /OC /AF /Measure /PtData /Length /Filter"
    " /DecodeParms /F /FFilter /FDecodeParms /DL".split()
)
_ROOT = {
    "/PieceInfo": "private-data",
    "/Perms": "signature",
    "/DSS": "signature",
    "/SpiderInfo": "private-data",
}
_ANYWHERE = {
    "/PieceInfo": "private-data",
    "/AAPL:AKExtras": "private-data",  # a viewer's own archive of the annotation
    "/Thumb": "thumbnail",
    "/JS": "script",
    "/AA": "script",
    # A note's and a field's text once more, with mark-up between its letters: the plain one
    # beside it (/Contents, /V) is the one that is read, shown and redacted.
    "/RC": "rich-text",
    "/RV": "rich-text",
}


def _object(value: Any, dropped: set[str], keep_attachments: bool) -> None:
    keys = value.keys()
    if "/Name" in keys and value.get("/Subtype") in _NAMED_AT_WILL:
        del value["/Name"]  # « Im1 » in most files: nothing to tell anybody
    if "/Filter" in keys and embedded.is_picture(value):
        if PICTURES not in dropped and embedded.has_notes(value):
            dropped.add(PICTURES)
        return
    if _CONCERNED.isdisjoint(keys):
        return
    for key, name in _ANYWHERE.items():
        if key in value:
            _drop(value, key, dropped, name)
    if not keep_attachments and "/EF" in value:
        _drop(value, "/EF", dropped, "attachment")
    if value.get("/FT") == Name.Sig:
        for key in ("/V", "/SV", "/Lock"):
            _drop(value, key, dropped, "signature")
    action = value.get("/S")
    if isinstance(action, Name) and str(action) in _ACTIONS:
        # What is left is an action that does nothing: a named action without a name.
        for key in list(value.keys()):
            if key not in ("/Type", "/Next"):
                del value[key]
        value.S = Name.Named
        value.N = Name.NoOp
        dropped.add("script")
    if "/ByteRange" in value or value.get("/Type") == Name.Sig:
        for key in ("/Contents", "/ByteRange", "/Cert", "/Reference", "/Prop_Build"):
            _drop(value, key, dropped, "signature")


def _complete(stream: pikepdf.Stream) -> None:
    """Pack anew what breaks off within its packing: readers take what there is of it, and warn."""
    packing: Any = stream.get("/Filter")
    if isinstance(packing, Array) and len(packing) == 1:
        packing = packing[0]
    if packing not in (Name.FlateDecode, Name.Fl):
        return
    try:
        if not _ends(stream.read_raw_bytes()):
            stream.write(stream.read_bytes())
    except BROKEN:
        return  # said unread where it is read


def _ends(packed: bytes) -> bool:
    machine = zlib.decompressobj()
    try:
        while packed and not machine.eof:
            machine.decompress(packed, _CHUNK)
            packed = machine.unconsumed_tail
    except zlib.error:
        return False
    return machine.eof


_CHUNK = 1 << 20


_NAMED_AT_WILL = (Name.Form, Name.Image)
"""A form's and a picture's own name is of no use since PDF 1.0 (ISO 32000-2, tables 87 and 93)."""
_CONCERNED = frozenset({*_ANYWHERE, "/EF", "/S", "/ByteRange", "/Contents", "/FT"})
_ACTIONS = frozenset(
    "/JavaScript /Launch /SubmitForm /ImportData /Rendition /Sound /Movie /RichMediaExecute"
    " /GoTo3DView".split()
)
_MEDIA = frozenset(map(Name, "/Sound /Movie /Screen /RichMedia /3D".split()))
"""Annotations that play what nobody here listened to or looked at."""
_ANY_ANNOTATION = frozenset(
    "/Type /Subtype /Rect /Contents /P /NM /M /F /AP /AS /Border /C /StructParent /OC /Lang /T"
    f" /Popup /CreationDate /IRT /Subj /{appearances.ORDER}".split()
)


def _annotations(page: Any, annots: Array, dropped: set[str], keep_attachments: bool) -> None:
    kept = []
    met: set[tuple[int, int]] = set()
    for annot in annots:
        if isinstance(annot, Dictionary) and annot.is_indirect:
            if annot.objgen in met:
                continue  # listed twice
            met.add(annot.objgen)
        if isinstance(annot, Dictionary) and not annot.is_indirect:
            _object(annot, dropped, keep_attachments)
        kind = annot.get("/Subtype") if isinstance(annot, Dictionary) else None
        if kind in _MEDIA or (
            kind == Name.FileAttachment and not (keep_attachments and _embeds(annot))
        ):
            dropped.add("attachment")
            if "/AP" not in annot:
                continue
            # The page keeps its picture: a stamp that looks like the icon and opens nothing.
            annot.Subtype = Name.Stamp
            for key in annot.keys() - _ANY_ANNOTATION:
                del annot[key]
        looks = annot.get("/AP") if isinstance(annot, Dictionary) else None
        if isinstance(looks, Dictionary):
            # What shows while a button is pressed or hovered: no reader sees its text.
            for key in ("/R", "/D"):
                if key in looks:
                    del looks[key]
        kept.append(annot)
    if len(kept) != len(annots):
        page.Annots = Array(kept)


def _embeds(annot: Any) -> bool:
    file = annot.get("/FS")
    return isinstance(file, Dictionary) and "/EF" in file


def _signed(root: Any) -> bool:
    form = root.get("/AcroForm")
    flags = form.get("/SigFlags", 0) if isinstance(form, Dictionary) else 0
    return bool(int(flags) & 1) if isinstance(flags, int) else False


def _names(root: Any, key: str, dropped: set[str], name: str) -> None:
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        _drop(names, key, dropped, name)


def _drop(holder: Any, key: str, dropped: set[str], name: str) -> None:
    if key in holder:
        del holder[key]
        dropped.add(name)


def drop_appearance(pdf: pikepdf.Pdf, annot: Any) -> None:
    """Take away the picture of a field or text note whose value changed: it shows the old one.

    Viewers draw it again from the value.
    """
    kind = annot.get("/Subtype")
    if kind not in (Name.Widget, Name.FreeText) or "/AP" not in annot:
        return
    del annot["/AP"]
    form = pdf.Root.get("/AcroForm")
    if kind == Name.Widget and isinstance(form, Dictionary):
        form.NeedAppearances = True
