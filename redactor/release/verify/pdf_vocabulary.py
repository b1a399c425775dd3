"""What in a PDF's objects is the format's and its producers' vocabulary, and no text."""

import re
from functools import cache

from pymupdf import mupdf


@cache
def standard_names() -> frozenset[str]:
    """The names that the format itself defines, as MuPDF lists them, and some that it lacks."""
    prefix = "PDF_ENUM_NAME_"
    listed = {name.removeprefix(prefix) for name in dir(mupdf) if name.startswith(prefix)}
    return frozenset(listed | _MORE_NAMES)


_MORE_NAMES = frozenset(
    "Normal Header Footer Footnote Endnote Sect Part Art Div BlockQuote Caption TOC TOCI Index"
    " NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span"
    " Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
    " Document DocumentFragment Aside Title FENote Sub Em Strong Artifact Layout Pagination Page"
    " Background InlineShape Textbox Diagram Worksheet Chart Chartsheet Dialogsheet Macrosheet"
    " Slide Workbook Textbody Heading Standard Text PDF ImageB ImageC ImageI Producer Creator"
    " Author Subject Keywords Title CreationDate ModDate Trapped Company SourceModified"
    " PTEX.Fullbanner PTEX.FileName PTEX.PageNumber PTEX.InfoDict PTEX.UseFileName"
    " Root Size Info ID Prev Encrypt Off On Yes No Oui Non"
    " Extensions BaseVersion ExtensionLevel ExtensionRevision WebCapture SpdrArt SpiderInfo"
    # Colorants (8.6.6): « Process » and « Black » are keys.
    " Process Components Colorants MixingHints Solidities PrintingOrder DotGain NChannel Cyan"
    " Magenta Yellow Black"
    # Multimedia (ISO 32000-2, 13), artwork in three dimensions, measures.
    " RichMedia RichMediaActivation RichMediaAnimation RichMediaCommand RichMediaConfiguration"
    " RichMediaContent RichMediaDeactivation RichMediaExecute RichMediaInstance RichMediaParams"
    " RichMediaPosition RichMediaPresentation RichMediaSettings RichMediaWindow Activation"
    " Animation Asset Assets Binding BindingMaterialName Condition Configurations CuePoint"
    " CuePoints Deactivation Embedded Flash FlashVars Foreground HAlign HOffset Instances Linear"
    " Material Max Min NavigationPane Oscillating PassContextClick Playcount Position Presentation"
    " Scripts Sound Speed Style Toolbar Transparent VAlign VOffset Video View3D Views Window"
    " Windowed MediaClip MediaCriteria MediaDuration MediaOffset MediaPermissions MediaPlayParams"
    " MediaPlayerInfo MediaPlayers MediaScreenParams MinBitDepth MinScreenSize Mix Mode Movie"
    " Operation Poster Rendition Repeat ShowControls SoftwareIdentifier Synchronous Timespan Volume"
    " MCD MCS MR SR MH BE 3DD 3DV 3DA 3DI 3DB 3DNode 3DRef 3DView 3DCrossSection 3DLightingScheme"
    " 3DRenderMode 3DBackground 3DAnimationStyle PRC U3D OnInstantiate Resources Measure"
    " NumberFormat Viewport GEO GPTS LPTS GCS DCS Bounds WKT EPSG PtData Projection".split()
)
FONT_NAMES = re.compile(
    rb"/(?:BaseFont|FontName|FontFamily|CIDSystemInfo|Registry|Ordering|Encoding|DA|DR"
    rb"|BaseEncoding)\s*(/[^\s()<>\[\]{}/%]+)"
)
#: What a font or an icon is called; what a form or a picture is, its producer chose.
OWN_NAME = re.compile(rb"/Name\s*/[^\s()<>\[\]{}/%]+")
NAMED_AT_WILL = re.compile(rb"/Subtype\s*/(?:Form|Image)\b")
FONT_KEYS = re.compile(rb"/Font\s*<<[^<>]*>>")
FONT_DICTIONARY = re.compile(rb"/Font\s+(\d+) (\d+) R")
GLYPHS = re.compile(rb"/Differences\s*\[[^\]]*\]|/CharSet\s*\((?:[^\\()]|\\.)*\)"
                     rb"|/(?:Registry|Ordering|FontFamily)\s*\((?:[^\\()]|\\.)*\)"
                     rb"|/RoleMap\s*<<[^>]*>>|/S\s*/[^\s()<>\[\]{}/%]+")  # fmt: skip
NOT_TEXT = re.compile(
    rb"/(?:FontFile[23]?|ToUnicode|CIDToGIDMap|CIDSet|TR2?|BG2?|UCR2?|HT|Function|Shading|JBIG2Globals"
    rb"|UseCMap)\s+(\d+) (\d+) R|/ICCBased\s+(\d+) (\d+) R"
)
BINARY_DICT = re.compile(rb"/(?:FunctionType|ShadingType|Length1|CMapName)\b")
RANDOM = re.compile(rb"/(?:ID|O|U|OE|UE|Perms|CheckSum|Panose)\s*(?:\[[^\]]*\]|<[0-9A-Fa-f\s]*>)")
#: What a writer says of itself, and of every PDF (``dc:format``).
PROGRAMS = re.compile(
    r"(?:redactor|mupdf|pymupdf|pikepdf|qpdf|pdfium)(?:[ /-]?[\w.()-]+)*|application/pdf",
    re.IGNORECASE,
)
