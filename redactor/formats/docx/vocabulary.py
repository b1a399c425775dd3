"""Which attributes and texts of the format hold somebody's words, and which are its own.

The schema of Office's namespaces leaves free text to few attributes: they are listed here.
Every other attribute of these namespaces is the format's vocabulary (``w:val="center"``), which
is not text: a Mr Center may be occulted without a paragraph losing its alignment. In any other
namespace, everything is text.
"""

import re
from functools import lru_cache

from redactor.formats.docx.names import short
from redactor.formats.docx.officespeak import PHRASES, is_office_speak
from redactor.formats.margins import Rule
from redactor.formats.slots import Manner
from redactor.text.flow import Channel

M = Manner.MARKED
N = Manner.NAMED
E = Manner.EMPTIED
U = Manner.UNMADE


#: Values that must differ from each other, or Word leaves some out.
_UNIQUE = frozenset({"bookmark", "sheet", "range"})


def _rules(channel: Channel, manner: Manner, *rows: str, shared: bool = False) -> dict[str, Rule]:
    """``element@attribute`` or ``element`` → rule, from rows of ``what: key key …``."""
    rules: dict[str, Rule] = {}
    for row in rows:
        what, _, keys = row.partition(": ")
        rules |= {key: Rule(channel, what, manner, shared, what in _UNIQUE) for key in keys.split()}
    return rules


#: Attributes that mean the same on any element.
ANYWHERE: dict[str, Rule] = {
    "w:author": Rule(Channel.REVISION, "author", M, shared=True),
    "w:initials": Rule(Channel.COMMENT, "initials", M, shared=True),
    "w:userId": Rule(Channel.REVISION, "user", N, shared=True),
    "w15:userId": Rule(Channel.METADATA, "user", N, shared=True),
    "w15:author": Rule(Channel.COMMENT, "author", M, shared=True),
    "w16du:author": Rule(Channel.REVISION, "author", M, shared=True),
    "descr": Rule(Channel.STRUCTURE, "description", M),
    "tooltip": Rule(Channel.LINK, "tooltip", M),
    "o:title": Rule(Channel.STRUCTURE, "title", M),
    "o:href": Rule(Channel.LINK, "link", N),
    "o:alt": Rule(Channel.STRUCTURE, "description", M),
}

ATTRIBUTES: dict[str, Rule] = {
    **_rules(
        Channel.STRUCTURE,
        M,
        "name: wp:docPr@name *:cNvPr@name v:shape@title v:rect@title",
        "title: wp:docPr@title *:cNvPr@title w:tblCaption@w:val",
        "description: w:tblDescription@w:val v:*@alt",
        "watermark: v:textpath@string",
        "placeholder: dgm:prSet@phldrT dgm:pt@phldrT",
        "diagram: dgm:desc@val dgm:title@val dgm:cat@val",
        "level: w:lvlText@w:val",
        "caption: w:caption@w:name",
        "label: w:numberFormat@w:format w:numFmt@w:format",
    ),
    # Shapes of older files, and what points to them.
    **_rules(
        Channel.STRUCTURE,
        N,
        "shape: v:*@id v:*@type o:OLEObject@ShapeID w:control@w:shapeid w:objectEmbed@w:shapeId "
        "w:objectLink@w:shapeId",
    ),
    **_rules(Channel.REVISION, M, "numbering: w:numberingChange@w:original"),
    **_rules(
        Channel.BOOKMARK,
        N,
        # The field of a form has the name of the bookmark around it.
        "bookmark: w:bookmarkStart@w:name w:hyperlink@w:anchor w:ffData/w:name@w:val "
        "w:moveFromRangeStart@w:name w:moveToRangeStart@w:name",
        shared=True,
    ),
    **_rules(Channel.COMMENT, M, "author: w:comment@w:author", shared=True),
    **_rules(
        Channel.LINK,
        M,
        "tooltip: w:hyperlink@w:tooltip a:hlinkClick@tooltip a:hlinkHover@tooltip",
        "location: w:hyperlink@w:docLocation",
    ),
    **_rules(
        Channel.LINK,
        N,
        "link: v:*@href a:*@action a:*@invalidUrl",
        "frame: w:hyperlink@w:tgtFrame a:*@tgtFrame",
    ),
    **_rules(
        Channel.FIELD,
        N,
        "instruction: w:fldSimple@w:instr w:objectEmbed@w:fieldCodes w:objectLink@w:fieldCodes",
    ),
    **_rules(
        Channel.FORM,
        M,
        "alias: w:alias@w:val w15:repeatingSection@w15:sectionTitle",
        "choice: w:listItem@w:displayText w:listItem@w:value w:listEntry@w:val "
        "w:comboBox@w:lastValue w:dropDownList@w:lastValue",
        "default: w:default@w:val",
        "help: w:statusText@w:val w:helpText@w:val",
        "placeholder: w:docPart@w:val",
    ),
    **_rules(
        Channel.FORM,
        N,
        "tag: w:tag@w:val",
        "binding: w:dataBinding@w:xpath w15:dataBinding@w:xpath",
        "binding-names: w:dataBinding@w:prefixMappings w15:dataBinding@w:prefixMappings",
        "macro: w:entryMacro@w:val w:exitMacro@w:val",
        "control: w:control@w:name x:control@name",
    ),
    **_rules(Channel.FORM, U, "date: w:sdtPr/w:date@w:fullDate"),
    **_rules(
        Channel.METADATA,
        M,
        "variable: w:docVar@w:val",
        "variable-name: w:docVar@w:name",
        "attribute: w:attr@w:val",
        "block: w:docPartPr/w:name@w:val w:category/w:name@w:val w:description@w:val",
        "list: w:abstractNum/w:name@w:val",
        "property: op:property@name",
        "presence: w15:presenceInfo@w15:userId w15:presenceInfo@w15:providerId",
        "theme: a:theme@name a:clrScheme@name a:fontScheme@name a:fmtScheme@name a:custClr@name",
        "gallery: w:docPartCategory@w:val w:docPartGallery@w:val",
    ),
    **_rules(
        Channel.METADATA,
        N,
        "permission: w:permStart@w:ed",
        "mail-merge: w:query@w:val w:connectString@w:val w:udl@w:val w:table@w:val "
        "w:mailSubject@w:val w:addressFieldName@w:val w:fieldMapData/w:name@w:val "
        "w:mappedName@w:val",
        "transform: w:saveThroughXslt@w:solutionID",
        "schema: w:attachedSchema@w:val sl:schema@sl:uri sl:schema@sl:manifestLocation",
        "smart-tag: w:smartTag@w:uri w:smartTag@w:element w:customXml@w:uri w:customXml@w:element "
        "w:attr@w:uri w:attr@w:name w:smartTagType@w:namespaceuri w:smartTagType@w:name "
        "x:cellSmartTagPr@key x:smartTagType@name x:smartTagType@namespaceUri",
    ),
    # Spreadsheets, charts and their books: the attributes that the schema types as strings.
    **_rules(
        Channel.METADATA,
        M,
        "author: x:pivotCacheDefinition@refreshedBy x:scenario@user x:fileSharing@userName",
        shared=True,
    ),
    **_rules(
        Channel.EMBEDDED,
        N,
        "sheet: x:sheet@name",
        "range: x:definedName@name",
        "table: x:table@displayName x:table@name",
        "code-name: x:sheetPr@codeName x:workbookPr@codeName",
        "sheet-reference: x:worksheetSource@sheet x:worksheetSource@name x:dataRef@sheet "
        "x:dataRef@name x:rangeSet@sheet x:rangeSet@name",
        "cell-style: x:cellStyle@name x:*@dataCellStyle x:*@headerRowCellStyle "
        "x:*@totalsRowCellStyle x:tableStyle@name x:tableStyleInfo@name "
        "x:pivotTableStyleInfo@name x:tableStyles@defaultTableStyle "
        "x:tableStyles@defaultPivotStyle",
        "protected-range: x:protectedRange@name x:protectedRange@securityDescriptor",
        "query: x:queryTable@name x:queryTableField@name x:parameter@name x:customPr@name",
        "formula: x:*@formula x:cfvo@val x:controlPr@linkedCell x:controlPr@listFillRange "
        "x:controlPr@cf x:*@macro x:parameter@cell x:definedName@refersTo",
        "member: x:*@uniqueName x:*@allUniqueName x:*@defaultMemberUniqueName "
        "x:*@dimensionUniqueName x:*@measureGroup x:calculatedMember@name x:*@mdx x:*@memberName "
        "x:*@hierarchy x:*@parent x:dimension@name x:group@name x:*@uniqueParent x:kpi@goal "
        "x:kpi@status x:kpi@time x:kpi@trend x:kpi@value x:kpi@weight x:measureGroup@name "
        "x:member@name x:mp@name x:pageField@name x:*@uniqueMemberProperty x:*@propertyName "
        "x:*@setDefinition",
        "map: x:Map@Name x:Map@RootElement x:Map@SchemaID x:Schema@ID x:Schema@Namespace "
        "x:Schema@SchemaRef x:*@DataBindingName x:*@FileBindingName",
    ),
    **_rules(
        Channel.EMBEDDED,
        M,
        # Apart from sheets' names: the audit copy adds a sheet, which must not move their ids.
        "range-text: x:definedName@comment x:definedName@description x:definedName@help "
        "x:definedName@statusBar x:definedName@customMenu",
        "linked-sheet: x:sheetName@val",
        "sheet: x:tableColumn@name x:tableColumn@totalsRowLabel "
        "x:cacheField@name x:s@v "
        "x:n@v x:d@v x:filter@val x:customFilter@val "
        "x:pivotTableDefinition@name x:dataField@name x:hyperlink@display "
        "x:hyperlink@tooltip x:dataValidation@prompt x:dataValidation@error "
        "x:dataValidation@promptTitle x:dataValidation@errorTitle "
        "x:connection@name x:connection@description",
        "caption: x:*@caption x:*@allCaption x:*@displayFolder x:pageField@cap x:pivotField@name "
        "x:*@subtotalCaption x:*@colHeaderCaption x:*@rowHeaderCaption x:*@dataCaption "
        "x:*@errorCaption x:*@grandTotalCaption x:*@missingCaption x:pivotTableDefinition@tag "
        "x:s@c x:n@c x:d@c x:b@c x:e@c x:m@c x:t@ct x:item@n x:pageItem@name",
        "condition: x:cfRule@text x:filter@stringValue1 x:filter@stringValue2 x:filter@name "
        "x:filter@description x:sortCondition@customList x:parameter@prompt x:parameter@string",
        "description: x:*@altText x:table@comment x:webPublishItem@title x:webPublishObject@title",
        "scenario: x:scenario@name x:scenario@comment x:inputCells@val",
        "view: x:customWorkbookView@name",
        "value: x:cellSmartTagPr@val",
        "format: x:numFmt@formatCode",
    ),
    **_rules(
        Channel.EMBEDDED,
        N,
        "path: x:xmlPr@xpath x:xmlColumnPr@xpath",
        "location: x:hyperlink@location x:dbPr@connection x:dbPr@command x:dbPr@serverCommand "
        "x:webPr@url x:webPr@post x:webPr@editPage x15ac:absPath@url x:connection@odcFile "
        "x:connection@singleSignOnId x:*@sourceFile x:*@localConnection x:*@destinationFile "
        "x:*@sourceObject x:*@divId x:ddeLink@ddeService x:ddeLink@ddeTopic x:ddeItem@name "
        "x:oleItem@name x:oleObject@link x:smartTagType@url",
    ),
}

#: Text of elements that is the format's own: numbers, codes, enumerations.
VOCABULARY_TEXT = frozenset(
    "wp:align wp:posOffset wp14:pctWidth wp14:pctHeight wp14:pctPosHOffset wp14:pctPosVOffset "
    "cdr:x cdr:y xdr:col xdr:colOff xdr:row xdr:rowOff "
    "ep:TotalTime ep:Pages ep:Words ep:Characters ep:Lines ep:Paragraphs ep:Slides ep:Notes "
    "ep:HiddenSlides ep:MMClips ep:ScaleCrop ep:LinksUpToDate ep:CharactersWithSpaces "
    "ep:SharedDoc ep:HyperlinksChanged ep:AppVersion ep:Application ep:DocSecurity "
    "cp:revision cp:version vt:bool v:f o:LockedField o:FieldCodes "
    "o:entry o:idmap ox:Anchor ox:SizeWithCells ox:MoveWithCells ox:AutoFill ox:Row ox:Column "
    "ox:ColHidden ox:RowHidden ox:Visible b:RefOrder b:SourceType b:LCID b:Guid".split()
)

#: Text of elements where a mark would be an error of type or of encoding.
TYPED_TEXT: dict[str, Manner] = {
    # A sheet's name in a formula has to follow that of the sheet, without brackets or blocks.
    "x:f": N,
    "x:definedName": N,
    "x:formula1": N,
    "x:formula2": N,
    "c:f": N,
    "w:fldData": E,
    "w:binData": E,
    "dcterms:created": U,
    "dcterms:modified": U,
    "cp:lastPrinted": U,
}

#: Elements whose text is a number, a date or a text, as what holds them says.
TYPED_VALUES = frozenset(
    "x:v c:v vt:i1 vt:i2 vt:i4 vt:i8 vt:int vt:ui1 vt:ui2 vt:ui4 vt:ui8 vt:uint vt:r4 vt:r8 "
    "vt:decimal vt:cy vt:date vt:filetime".split()
)

#: Namespaces whose attributes are the format's own unless listed above.
KNOWN = frozenset(
    "w w14 w15 w16 w16cex w16cid w16se w16du w16sdtdh w16sdtfl wne wp wp14 wps wpg wpc wpi r m mc "
    "a a14 a16 asvg adec pic c c14 c15 c16 c16r3 cs cdr dgm dgm14 dsp lc xdr x rel ct cp dcterms "
    "dc dcmitype ep op vt ds sl b v o w10 ox xml xsi thm15 svg xlink".split()
)

#: Values that Office itself writes in places where an author could write too. Thousands of them
#: in a long document would bury what has to be read.
_OFFICE_WROTE = {
    # A number's pattern, ``%1.%2)``, or a bullet.
    "level": re.compile(r"(%\d|[^\w%]|[\ue000-\uf8ff]|\b[a-zA-Z]\b)*"),
    "bookmark": re.compile(r"_(Toc|Ref|Hlk|Hlt|GoBack|MON_|Numbering)\w*"),
    "block": re.compile(r"DefaultPlaceholder_\w*|[0-9A-F]{32}"),
    "placeholder": re.compile(r"DefaultPlaceholder_\w*|[0-9A-F]{32}"),
    # Numbers and places of cells: no literal and no name.
    "formula": re.compile(r"[-+]?[\d.,]*%?|(\$?[A-Z]{1,3}\$?\d{1,7}:?){1,2}|\[0\]!\w*"),
}


def is_offices_own(rule: Rule, value: str) -> bool:
    """Whether Office itself wrote the value of an attribute that has `rule`."""
    if rule.what in ("name", "shape") and is_office_speak(value):
        return True
    pattern = _OFFICE_WROTE.get(rule.what) or PHRASES.get(rule.what)
    return pattern is not None and pattern.fullmatch(value) is not None


@lru_cache(maxsize=65536)
def attribute_rule(tag: str, attribute: str) -> Rule | None:
    """The rule of an attribute by its qualified name and its element's; None for vocabulary."""
    element, key = short(tag), short(attribute)
    prefix, _, local = element.partition(":")
    for known in (f"{element}@{key}", f"*:{local}@{key}", f"{prefix}:*@{key}"):
        if known in ATTRIBUTES:
            return ATTRIBUTES[known]
    if key in ANYWHERE:
        return ANYWHERE[key]
    space, colon, _ = key.partition(":")
    if (space if colon else prefix) in KNOWN:
        return None
    return Rule(Channel.HIDDEN, "attribute")


@lru_cache(maxsize=65536)
def is_named_by_parent(tag: str, attribute: str) -> bool:
    """Whether `child_rule` may know more of an attribute than `attribute_rule`."""
    return f"{short(tag)}@{short(attribute)}" in _CHILDREN


def child_rule(parent: str, tag: str, attribute: str) -> Rule | None:
    """The rule of an attribute of an element that means something in one parent alone."""
    return ATTRIBUTES.get(f"{short(parent)}/{short(tag)}@{short(attribute)}")


_PRINTED = frozenset(
    f"x:{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer")
)
#: A code of a printed header (ECMA-376 part 1, § 18.3.1.46), or a stretch of its text.
_PRINTED_TEXT = re.compile(
    r'&(?:"[^"]*"|[Kk](?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|[^&\d])|((?:[^&]|&&)+)'
)
#: A text that a format of numbers shows beside them (§ 18.8.31).
_FORMAT_TEXT = re.compile(r'"([^"]*[^\W\d_][^"]*)"')


def stretches(what: str, value: str) -> list[tuple[int, str]]:
    """The parts of a text that are words, where codes of the format stand right beside them:
    ``&LMartin&R`` is « Martin » at the left. Each with its offset. `what`: ``element`` or
    ``element@attribute``."""
    if what in _PRINTED:
        found = ((m.start(1), m[1]) for m in _PRINTED_TEXT.finditer(value) if m[1])
    elif what in ("x:numFmt@formatCode", "c:formatCode", "c15:formatCode"):
        found = ((m.start(1), m[1]) for m in _FORMAT_TEXT.finditer(value))
    else:
        return [(0, value)]
    return [(start, text) for start, text in found if text.strip()]


_CHILDREN = frozenset(key.partition("/")[2] for key in ATTRIBUTES if "/" in key)
