"""Which attributes and texts of OpenDocument hold somebody's words, and which are its own.

In the format's namespaces, free text stands in the attributes listed here; every other one is
vocabulary. In any other namespace, everything is text.
"""

import re
from functools import lru_cache

from redactor.formats.docx.officespeak import is_office_speak
from redactor.formats.margins import Rule
from redactor.formats.odf.names import PREFIXES, short
from redactor.formats.slots import Manner
from redactor.text.flow import Channel

M = Manner.MARKED
N = Manner.NAMED
E = Manner.EMPTIED
U = Manner.UNMADE


def _rules(
    channel: Channel, manner: Manner, *rows: str, shared: bool = False, unique: bool = False
) -> dict[str, Rule]:
    """``element@attribute`` or ``@attribute`` → rule, from rows of ``what: key key …``."""
    rules: dict[str, Rule] = {}
    for row in rows:
        what, _, keys = row.partition(": ")
        rules |= {key: Rule(channel, what, manner, shared, unique) for key in keys.split()}
    return rules


#: An attribute of one element, or with a bare ``@`` of any.
ATTRIBUTES: dict[str, Rule] = {
    **_rules(Channel.LINK, N, "link: @xlink:href form:*@form:href"),
    **_rules(
        Channel.LINK,
        M,
        "title: @xlink:title @office:title text:a@office:name draw:a@office:name",
    ),
    **_rules(
        Channel.BOOKMARK,
        N,
        "bookmark: text:bookmark@text:name text:bookmark-start@text:name "
        "text:bookmark-end@text:name text:bookmark-ref@text:ref-name "
        "text:reference-mark@text:name text:reference-mark-start@text:name "
        "text:reference-mark-end@text:name text:reference-ref@text:ref-name "
        "field:fieldmark@text:name field:fieldmark-start@text:name",
        shared=True,
    ),
    **_rules(
        Channel.STRUCTURE,
        M,
        "section: text:section@text:name text:*@text:index-name text:table-of-content@text:name "
        "text:illustration-index@text:name text:table-index@text:name text:object-index@text:name "
        "text:user-index@text:name text:alphabetical-index@text:name text:bibliography@text:name "
        "text:section-source@text:section-name draw:floating-frame@draw:frame-name "
        "draw:area-rectangle@office:name draw:area-circle@office:name "
        "draw:area-polygon@office:name presentation:*@presentation:name",
        "condition: @text:condition @table:condition @style:condition @calcext:value",
        "label: @style:num-prefix @style:num-suffix text:index-entry-span@text:name "
        "text:note-citation@text:label number:*@number:title "
        "text:notes-configuration@text:note-continuation",
        "layer: draw:layer@draw:name @draw:layer",
        "style-name: style:*@style:display-name number:*@style:display-name "
        "text:*@style:display-name draw:*@draw:display-name",
        "name: @draw:name",
        "axis: chart:*@chart:name",
    ),
    **_rules(
        Channel.STRUCTURE,
        N,
        "sheet: table:table@table:name table:scenario@table:name",
        unique=True,
    ),
    # How each sheet was looked at last, by its name.
    **_rules(Channel.METADATA, N, "name: config:config-item-map-entry@config:name"),
    **_rules(
        Channel.STRUCTURE,
        N,
        "range: table:named-range@table:name table:named-expression@table:name "
        "table:database-range@table:name table:data-pilot-table@table:name",
        unique=True,
    ),
    **_rules(
        Channel.FIELD,
        N,
        "reference: @table:cell-range-address @table:base-cell-address @table:expression "
        "@table:target-range-address @table:cell-address @table:print-ranges "
        "@table:linked-cell @form:linked-cell @form:source-cell-range @chart:label-cell-address "
        "@chart:values-cell-range-address @table:end-cell-address @table:target-cell-address "
        "@table:scenario-ranges @table:condition-source-range-address @table:label-cell-range-"
        "address @calcext:target-range-address @calcext:base-cell-address "
        "@table:source-cell-range-addresses @table:filter-value",
        "formula: @table:formula @text:formula @draw:formula-text",
    ),
    **_rules(
        Channel.FIELD,
        N,
        "variable: text:variable-decl@text:name text:variable-set@text:name "
        "text:variable-get@text:name text:variable-input@text:name text:user-field-decl@text:name "
        "text:user-field-get@text:name text:user-field-input@text:name "
        "text:user-defined@text:name text:sequence-decl@text:name text:sequence@text:name "
        "text:dde-connection@text:connection-name text:dde-connection-decl@office:name "
        "text:object-count@text:name form:*@field:name",
        shared=True,
    ),
    **_rules(
        Channel.FIELD,
        M,
        "value: @office:string-value @text:string-value @text:string-value-if-true "
        "@text:string-value-if-false @text:current-value text:label@text:value "
        "field:param@field:value field:param@field:name @office:boolean-value",
        "index: text:*@text:key1 text:*@text:key2 text:*@text:key1-phonetic "
        "text:*@text:key2-phonetic text:*@text:string-value-phonetic",
        "description: text:*@text:description",
        "database: @text:database-name @text:table-name @text:column-name "
        "@table:database-name @table:database-table-name @table:query-name @table:sql-statement "
        "@db:name @db:command",
        "application: @office:dde-application @office:dde-topic @office:dde-item",
        "bibliography: text:bibliography-mark@text:*",
        "source: table:table-source@table:table-name table:cell-range-source@table:name "
        "table:*@table:filter-name table:*@table:filter-options text:*@text:filter-name "
        "table:source-service@table:* table:dde-link@office:name draw:param@draw:value "
        "draw:param@draw:name draw:applet@draw:* table:data-pilot-table@table:application-data "
        "table:data-pilot-groups@table:source-field-name table:data-pilot-table@table:buttons "
        "text:execute-macro@text:name table:error-macro@table:name @office:target-frame-name "
        "@office:target-frame",
    ),
    **_rules(
        Channel.FORM,
        M,
        "name: form:*@form:name text:drop-down@text:name loext:content-control@loext:alias "
        "loext:content-control@loext:tag",
        "choice: loext:list-item@loext:*",
        "binding: loext:content-control@loext:placeholder-doc-part "
        "loext:content-control@loext:data-binding-xpath "
        "loext:content-control@loext:data-binding-prefix-mappings",
        "label: form:*@form:label form:*@form:title form:*@form:help-text",
        "value: form:*@form:value form:*@form:current-value form:*@form:default-value",
        "source: form:*@form:datasource form:*@form:command form:*@form:data-field "
        "form:*@form:list-source form:*@form:filter form:*@form:order form:*@form:target-frame "
        "form:*@form:image-data",
        "property: form:property@form:property-name",
        "validation: table:help-message@table:title table:error-message@table:title "
        "table:content-validation@table:name table:*@table:content-validation-name",
    ),
    **_rules(
        Channel.FIELD,
        M,
        "filter: table:filter-condition@table:value table:scenario@table:comment "
        "table:data-pilot-field@table:source-field-name table:data-pilot-member@table:name "
        "table:data-pilot-field@table:selected-page table:data-pilot-field@loext:* "
        "table:data-pilot-level@calcext:repeat-item-labels table:data-pilot-display-info@table:data"
        "-field table:data-pilot-sort-info@table:data-field table:data-pilot-group@table:name "
        "table:data-pilot-group-member@table:name table:data-pilot-table@table:grand-total-name "
        "table:data-pilot-field@tableooo:display-name table:filter-set-item@table:value",
        "user: table:*@table:user-name table:operation@table:name",
    ),
    **_rules(
        Channel.METADATA,
        M,
        "property: meta:user-defined@meta:name",
        "template: meta:template@xlink:title",
    ),
    **_rules(Channel.SCRIPT, N, "script: @script:macro-name @script:event-name-free"),
    **_rules(Channel.COMMENT, M, "anchor: office:annotation@office:name"),
    **_rules(
        Channel.METADATA,
        N,
        "rdf: @rdf:about @rdf:resource",
    ),
}  # fmt: skip

#: Values that programs write in places where an author could write too.
_DULL = {
    "link": re.compile(r"(\./)?(Object|ObjectReplacements|Pictures|Media|Fonts)[ /][^#]*|"
                       r"#(__RefHeading|_Toc)\w*|vnd\.sun\.star\.\w+:[\w./?&=:-]*"),
    "rdf": re.compile(r"|(content|styles|manifest|meta)\.(xml|rdf)(#[\w-]+)?"
                      r"|https?://docs\.oasis-open\.org/.*"),
    "bookmark": re.compile(r"__\w+|_(Toc|Ref|Hlk|Hlt|GoBack|RefHeading)\w*|Numbering_?\w*"),
    "sheet": re.compile(r"(Feuille|Sheet|Table|Tableau)_?\d*|local-table"),
    "reference": re.compile(r"[\s$'.:;\[\]]*((\$?'?(Feuille|Sheet|Tableau)\d+'?|local-table)?\.?\$?"
                            r"[A-Z]{1,3}\$?\d*[\s:;.\]\[]*)*"),
    # Only references, operators and names of functions: no literal and no name of a sheet.
    "formula": re.compile(r"(?:[a-z]+:)?=?(?:[A-Z][A-Z.]*\d*(?=\()|\[?\.?\$?[A-Z]{1,3}\$?\d+\]?"
                          r"|\[\.[^\]']*\]|[\s\d+*/^&=<>;:,.()%-])*"),
    "variable": re.compile(r"Illustration|Table|Text|Drawing|Figure|Tableau|Dessin|Texte|"
                           r"Illustration Index|Chiffre"),
    "anchor": re.compile(r"__Annotation__\w+|\d+"),
    "label": re.compile(r"\W*"),
    "axis": re.compile(r"primary-\w|secondary-\w"),
    "layer": re.compile(r"layout|background|backgroundobjects|controls|measurelines|Hell|Heaven"),
    "value": re.compile(r"true|false"),
    "validation": re.compile(r"val\d+"),
}  # fmt: skip
_OFFICE_NAMED = frozenset({"name", "style-name", "section", "label"})

#: Text of elements that is the format's own: numbers, codes, enumerations.
VOCABULARY_TEXT = frozenset(
    "meta:generator meta:editing-cycles meta:editing-duration dc:language config:config-item "
    "text:note-citation text:page-number text:page-count meta:document-statistic "
    "text:index-title-template-none office:change-info text:number".split()
)
#: Text of elements where a mark would be an error of type or of encoding.
TYPED_TEXT = {
    "meta:creation-date": U,
    "meta:print-date": U,
    "dc:date": U,
    "meta:date-string": U,
    "office:binary-data": E,
}
#: Settings that name a printer or a data source of whoever wrote the document.
NAMING_SETTINGS = frozenset(
    "PrinterName PrinterSetup CurrentDatabaseDataSource CurrentDatabaseCommand "
    "RedlineProtectionKey".split()
)
_KNOWN = frozenset(PREFIXES.values())


def is_programs_own(rule: Rule, value: str) -> bool:
    """Whether a program itself wrote the value of an attribute that has `rule`."""
    if rule.what in _OFFICE_NAMED and is_office_speak(value):
        return True
    pattern = _DULL.get(rule.what)
    return pattern is not None and pattern.fullmatch(value) is not None


@lru_cache(maxsize=65536)
def attribute_rule(tag: str, qualified: str) -> Rule | None:
    """The rule of an attribute by its qualified name and its element's; None for vocabulary."""
    element, key = short(tag), short(qualified)
    prefix, space = element.partition(":")[0], key.partition(":")[0]
    for known in (f"{element}@{key}", f"{element}@{space}:*", f"{prefix}:*@{key}", f"@{key}"):
        if known in ATTRIBUTES:
            return ATTRIBUTES[known]
    if (space if ":" in key else prefix) in _KNOWN:
        return None
    return Rule(Channel.HIDDEN, "attribute")


def text_rule(what: str, parent: str, channel: Channel) -> Rule | None:
    """The rule of an element's text; None for vocabulary."""
    if what in VOCABULARY_TEXT:
        return None
    word = what.rpartition(":")[2]
    manner = TYPED_TEXT.get(what, M)
    if what in ("dc:creator", "meta:creator-initials", "loext:sender-initials"):
        if parent == "office:annotation":
            return Rule(Channel.COMMENT, "author", M, shared=True)
        if parent == "office:change-info":
            return Rule(Channel.REVISION, "author", M, shared=True)
    if what in ("svg:title", "svg:desc", "table:title", "table:desc"):
        return Rule(Channel.STRUCTURE, "description" if word == "desc" else "title", M)
    if what in ("script:libraries", "office:script", "text:script"):
        return Rule(Channel.SCRIPT, "script", M)
    if what == "number:text":
        return Rule(Channel.STRUCTURE, "number-format", M)
    if manner is U and parent in ("office:annotation", "office:change-info"):
        # The date of a comment or a change must be there.
        manner = E
    return Rule(channel, word, manner)
