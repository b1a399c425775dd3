"""Names (ISO 32000-2, 7.3.5) that speak: made from words, not the format's own.

Keys of properties, states of buttons, destinations, resources: producers make them from a
label, a title or a user's name. The format's own names and the usual shapes of generated ones
(``Im0``, ``GS7``) say nothing.
"""

import re
from functools import cache, lru_cache

from pymupdf import mupdf

_MORE = frozenset(
    "Normal Header Footer Footnote Endnote Sect Part Art Div BlockQuote Caption TOC TOCI Index"
    " NonStruct Private Lbl LBody Table THead TBody TFoot Span Quote Note Reference BibEntry Code"
    " Link Annot Ruby Warichu Figure Formula Form Document DocumentFragment Aside Title FENote Sub"
    " Strong Artifact Layout Pagination Page Background InlineShape Textbox Diagram Worksheet"
    " Chart Chartsheet Dialogsheet Macrosheet Slide Workbook Textbody Heading Standard Text"
    " ImageB ImageC ImageI Image Images Producer Creator Author Subject Keywords CreationDate"
    " ModDate Trapped Company SourceModified Fullbanner Root Size Info Prev Encrypt Off Yes Oui Non"
    " Placement Block Inline Before Start End WritingMode LrTb RlTb TbRl TextAlign Center Justify"
    " InlineAlign BlockAlign Middle After ListNumbering None Disc Circle Square Decimal UpperRoman"
    " LowerRoman UpperAlpha LowerAlpha TextDecorationType Underline Overline LineThrough RubyAlign"
    " RubyPosition GlyphOrientationVertical ColumnCount ColumnGap ColumnWidths BorderStyle Solid"
    " Dotted Dashed Double Groove Ridge Inset Outset Hidden BorderThickness BorderColor Padding"
    " Color SpaceBefore SpaceAfter StartIndent EndIndent TextIndent Width Height LineHeight Auto"
    " BaselineShift RowSpan ColSpan Headers Scope Row Column Both Summary Short Attached Top Bottom"
    " Left Right Attestation Choix Choice Option Meta Font Pattern Shading Group State True False"
    " Fit Default Helv HeBo ZaDb Courier Times Symbol Black White Cyan Magenta Yellow All"
    " PlacedPDF PlacedGraphic Tiff Jpeg Xobj Color Image Pat Obj Clip MarkInfo Suspects"
    " UserProperties Marked LastModified Expanded Continued Checkbox Typewriter Highlighter"
    " StickyNote Comment Help Insert Key NewParagraph Paragraph Paperclip PushPin Graph Tag"
    " Approved AsIs Confidential Departmental Draft Experimental Expired Final ForComment"
    " ForPublicRelease NotApproved NotForPublicRelease Sold TopSecret"
    # Met in many of 1,100 public files: of the format, of its extensions and of producers.
    " FontWeight FontFamily FontStretch MaxWidth AvgWidth PDFDocEncoding ParentTreeNextKey Tabs"
    " CharSet StemH Leading ViewerPreferences OpenAction Annotation UseNone PageLayout ClassMap"
    " Direction DisplayDocTitle SinglePage Style Article OneColumn AntiAlias Panose TextBox Outline"
    " SpiderInfo IDTree CreatorInfo Subscript Superscript DropCap Strikeout Artwork Comments"
    " FreeTextTypewriter Extensions ExtensionLevel BaseVersion Namespace Namespaces Extends Export"
    " RegistryName Bibliography DocOpen WebCapture SpdrArt text Field Story DocumentID InDesign"
    " PageWidthList OriginalDocumentID PageUIDList AIMetaData Illustrator NumBlock"
    " ContainerVersion RoundtripVersion CreatorVersion Subform Draw NormalParagraphStyle Category"
    " Event CommentAnchor TransGs ViewState PrintState opacity pgfprgb Condensed PageElement"
    " Signature FillIn Modify Import Delete FullSave Dimmed Visible Editable Printed Components"
    " NChannel Process verbatim enumerate section codeline list float paragraph tables footnote"
    " theorem-like itembody figures subsubsection part footnotelabel itemlabel RoleMapNS display"
    " description item text-unit chapter quote title itemize quotation footnotemark subparagraph"
    " subsection Notes DocSettings ExportState AIPDFPrivateData AIPrivateData Difference"
    " PageTransformationMatrixList justify inline img section-number Create SubmitStandalone Copy"
    " Darken InkHighlight NeedsRendering RoundtripStreamType PageRoot OriginalRecord FDiff"
    " HideToolbar SubType Impact Body squiggly HardLight SoftLight PrintScaling PageDirection"
    " Ordered isolated ProcSets HighlightNote Frame Shape Replace StrikeOutTextEdit SetOCGState"
    " Copies BBType VisiblePages ListMode Shadow Offset PropertyList Radius Quality Compatible"
    " SBApproved Instances Asset Assets Configurations RichMediaContent NumberofPages MWFOForm"
    " center PageItemUIDToLocationDataMap NumberOfPageItemsInPage ProcSet".split()
)
_PRODUCERS = re.compile(r"PTEX\.|AAPL:|ADBE_|PDFIUM_|MSFT_|LTEX_|pdftk_|(?:text|application)/")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_WORDS = re.compile(r"[a-z]{3}|[A-Z]{5}|[^\W\d_A-Za-z]|\w \w")
_TAGGED = re.compile(r"[A-Z]{6}\+")


@lru_cache(maxsize=4096)
def speaks(name: str) -> bool:
    """Whether a person may have meant something by a name (given without its slash)."""
    bare = _EDGES.sub("", name)
    known = _vocabulary()
    if bare in known or name in known or _TAGGED.match(name) or _PRODUCERS.match(name):
        return False
    return _WORDS.search(bare) is not None


@cache
def _vocabulary() -> frozenset[str]:
    prefix = "PDF_ENUM_NAME_"
    listed = {name.removeprefix(prefix) for name in dir(mupdf) if name.startswith(prefix)}
    return frozenset(listed | _MORE)
