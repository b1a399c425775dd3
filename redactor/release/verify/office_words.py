"""Which attributes and texts of Office and OpenDocument hold somebody's words.

Elsewhere in these formats' own namespaces stands vocabulary: ``center``, a style's name, a
number. In any other namespace everything is text.
"""

import re

from redactor.formats.docx.officespeak import is_office_speak, is_phrase

_OWN = re.compile(
    r"https?://(?:schemas\.openxmlformats\.org"
    # What Excel adds to the standard holds words wherever it likes: slicers, maps, conditions.
    r"|schemas\.microsoft\.com(?!/office/(?:drawing/2014/chartex|spreadsheetml/20))|purl\.oclc\.org/ooxml"
    r"|purl\.org/dc|www\.w3\.org|openoffice\.org|docs\.oasis-open\.org|www\.openoffice\.org)"
    r"|urn:(?:schemas-microsoft-com|oasis:names:tc:opendocument|org:documentfoundation)"
)

#: Attributes that hold words on any element.
_ANYWHERE = frozenset(
    "descr author initials userId tooltip alt href title string instr anchor docLocation "
    "displayText displayName Target providerId userName fullDate prompt error promptTitle "
    "errorTitle string-value formula current-value label help-message description "
    "condition-source-range placeholder connection command url xpath ed connectionName "
    "linked-cell link-name ref-name target-frame full-name presenceInfo phldrT query "
    "string-value-if-true string-value-if-false key1 key2 key1-phonetic key2-phonetic "
    "string-value-phonetic database-name table-name column-name database-table-name query-name "
    "sql-statement dde-application dde-topic dde-item help-text default-value datasource "
    "data-field list-source filter-value formula-text user-name grand-total-name "
    "source-field-name selected-page index-name display-name sectionTitle totalsRowLabel "
    "prefixMappings caption allCaption displayFolder subtotalCaption colHeaderCaption "
    "rowHeaderCaption dataCaption errorCaption grandTotalCaption missingCaption altText uniqueName "
    "allUniqueName defaultMemberUniqueName dimensionUniqueName measureGroup mdx memberName "
    "hierarchy parent uniqueParent uniqueMemberProperty propertyName setDefinition refreshedBy "
    "user securityDescriptor sourceFile odcFile localConnection destinationFile sourceObject divId "
    "singleSignOnId serverCommand post editPage dataCellStyle headerRowCellStyle "
    "totalsRowCellStyle linkedCell listFillRange macro fieldCodes lastValue invalidUrl action "
    "condition target-frame-name filter-name filter-options application-data source-field-name "
    "frame-name filter order target-frame image-data property-name tgtFrame customList "
    "DataBindingName FileBindingName RootElement SchemaRef ddeService ddeTopic refersTo ShapeID "
    "shapeid shapeId original macroName fciName menuHelp".split()
)
#: ``element@attribute`` that hold words.
_SOMEWHERE = frozenset(
    "docPr@name cNvPr@name bookmarkStart@name moveFromRangeStart@name moveToRangeStart@name "
    "docVar@name docVar@val tblCaption@val tblDescription@val caption@name alias@val tag@val "
    "listItem@value listEntry@val default@val statusText@val helpText@val docPart@val attr@val "
    "aliases@val description@val category@val query@val connectString@val udl@val table@val "
    "mailSubject@val addressFieldName@val mappedName@val sheet@name definedName@name "
    "definedName@comment definedName@description definedName@help definedName@statusBar "
    "definedName@customMenu sheetName@val n@v d@v pivotTableDefinition@name hyperlink@display "
    "hyperlink@location lvlText@val numberFormat@format a@name variable-get@name "
    "variable-input@name user-field-input@name sequence-decl@name sequence@name "
    "dde-connection@connection-name dde-connection-decl@name object-count@name label@value "
    "param@value param@name scenario@name scenario@comment named-expression@name "
    "content-validation@name filter-condition@value data-pilot-member@name "
    "data-pilot-group@name data-pilot-group-member@name filter-set-item@value operation@name "
    "layer@name fieldmark@name fieldmark-start@name table@name tableColumn@name "
    "cacheField@name s@v property@name "
    "desc@val cat@val title@val cp@name user-defined@name bookmark@name bookmark-start@name "
    "bookmark-end@name reference-mark@name reference-mark-start@name section@name frame@name "
    "user-field-decl@name user-field-get@name variable-decl@name variable-set@name image@name "
    "object@name annotation@name named-range@name database-range@name data-pilot-table@name "
    "creator@name saveThroughXslt@solutionID schema@uri dataField@name connection@name "
    "table-cell@value shape@name custom-shape@name text-box@name event-listener@macro-name "
    "change-info@creator comment@ref author@name person@displayName filter@val customFilter@val "
    "sheetPr@codeName workbookPr@codeName numFmt@formatCode config-item-map-entry@name "
    "attr@name attr@uri smartTag@element smartTag@uri customXml@element customXml@uri "
    "smartTagType@name smartTagType@namespaceuri smartTagType@namespaceUri attachedSchema@val "
    "entryMacro@val exitMacro@val docPartCategory@val docPartGallery@val control@name "
    "ffData@name theme@name clrScheme@name fontScheme@name fmtScheme@name custClr@name "
    "shape@id shapetype@id rect@id roundrect@id oval@id line@id group@id polyline@id image@id "
    "shape@type worksheetSource@sheet worksheetSource@name dataRef@sheet dataRef@name "
    "rangeSet@sheet rangeSet@name cellStyle@name tableStyle@name tableStyleInfo@name "
    "pivotTableStyleInfo@name protectedRange@name queryTable@name queryTableField@name "
    "parameter@name parameter@cell customPr@name cfvo@val calculatedMember@name dimension@name "
    "group@name kpi@goal kpi@status kpi@time kpi@trend kpi@value kpi@weight measureGroup@name "
    "member@name mp@name pageField@name pageField@cap pivotField@name pageItem@name "
    "pivotTableDefinition@tag s@c n@c d@c b@c e@c m@c t@ct item@n cfRule@text filter@name "
    "filter@stringValue1 filter@stringValue2 table@comment inputCells@val "
    "text@value option@value drop-down@name execute-macro@name error-macro@name dde-link@name "
    "area-rectangle@name area-circle@name area-polygon@name header-decl@name footer-decl@name "
    "date-time-decl@name number-style@title date-style@title table-of-content@name "
    "user-index@name illustration-index@name table-index@name object-index@name "
    "alphabetical-index@name bibliography@name data-pilot-table@buttons "
    "customWorkbookView@name cellSmartTagPr@key cellSmartTagPr@val Map@Name Map@SchemaID "
    "Schema@ID Schema@Namespace ddeItem@name oleItem@name oleObject@link".split()
)
#: Elements of which any attribute may hold words.
_WORDED = frozenset(
    "bibliography-mark source-service content-control list-item table-source cell-range-source "
    "section-source param applet note-citation filter-condition".split()
)
#: Elements whose text is a number, a code or an enumeration.
NOT_TEXT = frozenset(
    "align posOffset pctWidth pctHeight pctPosHOffset pctPosVOffset formatCode Application "
    "AppVersion TotalTime Pages Words Characters Lines Paragraphs CharactersWithSpaces "
    "ScaleCrop LinksUpToDate SharedDoc HyperlinksChanged DocSecurity revision version i1 i2 "
    "i4 bool LockedField FieldCodes Anchor SizeWithCells MoveWithCells AutoFill generator "
    "editing-cycles editing-duration document-statistic SourceType LCID Guid RefOrder "
    "config-item binary-data".split()
)
_PART_WORDS = frozenset(
    "word xl ppt docprops customxml rels document document2 settings styles styleswitheffects "
    "fonttable websettings numbering footnotes endnotes comments commentsextended commentsids "
    "commentsextensible people header footer theme media image embeddings charts chart chartsheets "
    "drawings drawing diagrams data layout quickstyle colors glossary activex activexml ctrlprops "
    "worksheets sheet sharedstrings workbook calcchain tables table pivottables pivotcache "
    "pivotcachedefinition pivotcacherecords printersettings externallinks externallink item "
    "itemprops core app custom thumbnail content types xml rel rels bin png jpg jpeg gif emf wmf "
    "svg tif tiff bmp odttf ttf vml vmldrawing vbaproject vbadata microsoft excel sheet1 oleobject "
    "querytable querytables tablesinglecells customproperty slicer slicers slicercache "
    "slicercaches "
    "timeline timelines xmlmaps connections metadata richdata threadedcomments threadedcomment "
    "persons person ctrlprop webextensions taskpanes revisions revisionheaders revisionlog "
    "usernames dialogsheets macrosheets featurepropertybag bibliography docmetadata labelinfo "
    "object meta manifest mimetype pictures thumbnails configurations2 accelerator current "
    "statusbar toolbar toolbars images bitmaps floater menubar popupmenu progressbar basic script "
    "layout-cache inf xlsx docx odt ods txbxcontent fonts font afchunk versions metainf".split()
)

_PRINTED = re.compile(r"(?:odd|even|first)(?:Header|Footer)")
#: Sides, fonts, sizes, colours and fields of a printed header: right beside its words.
_PRINTED_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f+-]{6}|\d+|[A-Za-z])')
_FORMAT_CODE = "formatCode"
#: What a format of numbers shows beside them: in quotes, or letter by letter.
_SHOWN = re.compile(r'"([^"]*)"|((?:\\.)+)')


def without_codes(element: str, text: str) -> str:
    """The words of a text of `element` in which codes stand right beside them."""
    if element == _FORMAT_CODE:
        return _shown(text)
    return _PRINTED_CODE.sub(" ", text) if _PRINTED.fullmatch(element) else text


#: Names that programs give what an author may name too, by ``element@attribute``.
_SEQUENCE = re.compile(
    "Illustration|Table|Text|Drawing|Figure|Tableau|Dessin|Texte|Illustration Index|Chiffre"
)
_PROGRAMS = {
    "sequence-decl@name": _SEQUENCE,
    "sequence@name": _SEQUENCE,
    "layer@name": re.compile(
        "layout|background|backgroundobjects|controls|measurelines|Hell|Heaven"
    ),
    "content-validation@name": re.compile(r"val\d+"),
    "tableColumn@totalsRowLabel": re.compile("Total"),
}


def is_programs_own(where: str, value: str) -> bool:
    """Whether an attribute says what the program said by itself: « Section1 », « val12 »."""
    if is_phrase(value):
        return True
    if where.endswith(("@name", "@display-name", "@id", "@type")) and is_office_speak(value):
        return True
    pattern = _PROGRAMS.get(where)
    return pattern is not None and pattern.fullmatch(value) is not None


def value_words(element: str, value: str) -> str:
    """The words of an attribute's value: of a format of numbers, what it shows as it stands."""
    return _shown(value) if element == "numFmt" else value


def _shown(code: str) -> str:
    """What a format of numbers shows beside them."""
    return " ".join(quoted or escaped.replace("\\", "") for quoted, escaped in _SHOWN.findall(code))


def is_text_attribute(namespace: str, element: str, attribute: str) -> bool:
    """Whether an attribute holds words. `namespace`: the element's."""
    if not _OWN.match(namespace):
        return True
    if element in _WORDED:
        return True
    return attribute in _ANYWHERE or f"{element}@{attribute}" in _SOMEWHERE


def is_text_element(namespace: str, element: str) -> bool:
    if element == _FORMAT_CODE:
        return True
    return not (_OWN.match(namespace) and element in NOT_TEXT)


def part_words(name: str) -> str:
    """The words of a part's name that are not the format's own."""
    words = re.split(r"[/\\.\[\]_-]+|(?<=\D)(?=\d+\.)", name)
    return "/".join(
        word for word in words if re.sub(r"\d+$", "", word).casefold() not in _PART_WORDS
    )
