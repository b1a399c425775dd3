"""Whether the value of an attribute that is the format's own says only the format's words.

A size, a colour or an alignment is no text, so that a Mr Center may be occulted without a
paragraph losing its alignment. But nothing keeps a program from writing a name where a number
should stand: what is neither a number nor made of these words is read as text.
"""

import re
from functools import lru_cache

#: Shorter ones are units, axes and abbreviations.
_PIECE = re.compile(r"[^\W\d_][^\W\d_A-ZÀ-Þ]{2,}|[^\W\d_a-zà-þ]{3,}")
#: Words that stand by themselves, where a name would be found.
_ALONE = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")
#: Colours, keys and identifiers.
_CODE = re.compile(
    r"(?<!\w)(?:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"
    r"|(?=[A-Fa-f]*\d)[0-9A-Fa-f]{3,}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}"
    r"|\$?[A-Z]{1,3}\$?\d+|d{3,4}|M{3,4}|y{3,4}|hh?|ss)(?!\w)"
    r"|https?://(?:schemas|purl|www\.w3|docs\.oasis-open)\.\S*|urn:oasis:\S*"
)
#: Attributes in which fonts, styles, languages, settings and parts have their names, and those
#: of sums that are no text: by themselves, or with their element.
_OPEN = re.compile(
    r"(?:\w+[-:.])*?@(?:styleId|ascii|hAnsi|cs|eastAsia|bidi|lang|typeface|script|script-.*"
    r"|uri|SelectedStyle|StyleName|eqn|gfxdata|mods|ProgID|progId|appName|hash|salt|hashValue"
    r"|saltValue|algorithmName|SelectionNamespaces|PartName|ContentType|Extension|characterSet"
    r"|name|.*-name(?:-asian|-complex)?|font-family.*|full-path|media-type|mime-type|checksum.*"
    r"|initialisation-vector|transformation|control-implementation|country.*|language.*|d|path"
    r"|enhanced-path|font-adornments|marker-.*|encoding)"
    r"|(?:name|link|basedOn|next|pStyle|rStyle|tblStyle|numStyleLink|styleLink|aliases|altName|lid"
    r"|clickAndTypeStyle|defaultTableStyle|rFont|mathFont|lang|themeFontLang|encoding|f)@val"
)

#: The words of what the schemas of Office and OpenDocument enumerate, one by one.
_WORDS = frozenset(
    (
        "abjad above absolute accent accounting acct acrobat action active add address "
        "administrators aes aft after air aiueo alice align alignment all allow almond "
        "along alpha alphanumeric alt alternate always anchor ancst and ang angle angles "
        "anim annotations annote ansi antique ants any app apples aqua aquamarine arabic "
        "arc arch arched area around arr array arrow arrows art article ascending ascii "
        "asia asst author auto autofit automatic average avg avoid axial axis azure baby "
        "back background backward baht bal balanced balloon balloons band banner bar base "
        "based baseline basic bats bef before beg begin beginning begins beige below bend "
        "beneath bent beside best between bevel bib bidi biggest billions binary birds "
        "bisque bitmap bkgd bkpt black blanched blank blanks blink block blocks blue "
        "blush body bold bolder bolt book booklet booktitle bool boolean border bot both "
        "bottle bottom bounding box brace bracket braid branch break brick bright brown "
        "bstr btn bubble bug bul bulb bullet bullseye burly butterfly button cabins cadet "
        "cake calculated call callout can candy canvas capitalize caps caption card "
        "cardinal cascade case cat catalog category ccw cdtf cell celtic center centered "
        "certificate cex chain champagne changes chapter char character chars chart "
        "chartreuse charts check checkbox checked checkered chevron chicago chiffon child "
        "chilly chinese chocolate chord chosung christmas chs cht cid circle circles "
        "circular classic classical clean clear clip clips clocks cloud clr clsid "
        "clustered cnt cnv col collapse collapsing collate colon color colors cols column "
        "combo comm comma command comment comments compass compatible composite compress "
        "computed concurrent cone cones conference confetti conn connector consolidation "
        "consonants cont contains content contents contextual continuation continue "
        "continuous contrast contrasting contributors control conversion convex cool "
        "coral corn corner cornflower cornsilk count counting coupon cover crazy cream "
        "creatures crimson cross ctr cube cuboid cup curly currency current curve curved "
        "cust custom cutout cyan cycle cylinder daisies dark darken dash dashed dashes "
        "data database date day days dbl dcterms dec decagon decimal decision deco "
        "decorative deep def default deflate delay delete depth des descending detail dev "
        "devp diag dialog diam diamond diamonds diff difference digital digits dim "
        "dimension dir direction dirty disable disabled disc disk display displayed dist "
        "distance distribute distributed divide divot dmnd dmy doc document dodecagon "
        "dodger dollar donut dos dot dots dotted double down drab drawing drawings drawn "
        "drill drop drum dst duplicate dvaspect dxa dym dynamic each earth east eclipsing "
        "edge edit edition editors eggs elbow electronic elem ellipse ellipsis ellipsoid "
        "email embed emboss embossed emd enable enabled enclosed end endnote ends english "
        "engrave engraved envelopes equ equal err error errors even everyone exact excel "
        "exp expression external extra extract extreme face facing factor fade fallback "
        "false family fancy fans favor fax field file filetime fill filled film filter "
        "firebrick firecrackers first fish fit fix fixed flags flat fld flight flip float "
        "flood floral flow flowers focus fol folded follow followed following font fonts "
        "footnote foreground forest form formatted formatting forms formula forward "
        "fraktur frame freezing french from front frozen ftrs fuchsia full fullstop "
        "fullwidth functions funky funnel gainsboro ganada gap gear gems general generic "
        "ghost gingerbread glass glow gold goldenrod gradient gram grand graphic graphics "
        "grav gray grays grayscale greater green gregorian grey grid groove group gte "
        "hair hairline half halfwidth handles handmade hang hanging hangul hard harsh "
        "hash hatch hats hdr hdrs header headers heart hearts heavy hebrew heebie height "
        "help heptagon heroic hex hexagon hidden hide hier high highlight hijri hindi "
        "hiragana hlink holly home honeydew horizontal horz hot hour hours house "
        "howpublished hqprint html http hundred hundreds hybrid hyperlink hyphen hypnotic "
        "ice icon identifier ideograph ignore illusions image inactive inbook "
        "incollection ind indent index indian indicator indigo inflate info information "
        "inherit inherited init inline inner inproceedings input insects insert inset "
        "inside institution int integrated internal internet interview inv inverse "
        "inverted iroha irregular isbn isometric isosceles issn italic iterative ivory "
        "japan japanese jeebies journal jpn junction just justify kana kashida katakana "
        "keep kern khaki knotwork kor korea korean label labels lace lady landscape large "
        "largest last lavender lawn layout lead leaf least leave left legacy legal legend "
        "lemon length less letter letters level light lighten lighter lightning lights "
        "lime limit lin line linear linen lines link list listbox listtab load localized "
        "lock locked log long low lower lowercase lpstr lpwstr lte ltr lvl mac magenta "
        "magnetic mailing major man mandatory manual map maple mar marg margin margins "
        "marker maroon marquee master mastersthesis match math matte max maximum maze mdy "
        "measure med medium member menu merge metal microsoft mid middle midline midnight "
        "millions min minimum minor mint minus minute minutes mirrored misc misty miter "
        "moccasin mode moderately modern mongolian monospace month months moon moons "
        "morning mosaic most move movie moving mso msonormal muffins mult multidocument "
        "multilevel multiply music myd name named nar narrow native natural navajo navy "
        "nearest neq net never new newer next nil node non none norm normal northwest not "
        "notched note notes nothing notice null num number numbering numbers numeric nums "
        "object objects oblique octagon odd off office offline offpage olap old older "
        "oleupdate olive oncall once one online only opacity open operation option "
        "optional orange orchid ordinal org organizations orgchart origin orthographic "
        "other out outer outline output outset outside oval ovals over overflow overlap "
        "override overwrite ovr owners pacifier package packages pad page pages pair pale "
        "palms pansy papaya paper papyrus par paragraph paralell parallel parallelogram "
        "paren parts party password patent path pattern pct peach pencils pentagon people "
        "percent percentage percentile performance period periodical perspective peru "
        "phdthesis pict picture pie pin pink pins pivot pixel placeholder placeholders "
        "plaid plain planilha plaque plastic plate plc plum plus poinsettias points poly "
        "polygon polyline portrait pos position postage pour powder power preced "
        "predefined pref preparation pres presentation preserve prev preview previous "
        "prim primitive print printer priority proceedings process prod product prompt "
        "property proportional protected pts publisher puff pumpkin punched punctuation "
        "purple push pyra pyramid pyramids quad quadrants quarter quarters query quick "
        "quote radial radio range rating ratio rattle read real recording rect rectangles "
        "rectangular red ref regular rel relationship relative relaxed repeat replace "
        "report request reset resize rest restart return rev reverse ribbon riblet ridge "
        "right ring rings rnd roman room root rose roses rosy rot rotate rotation round "
        "rout row rows royal rsa rtf rtl rules run russian saddle safari saka salmon same "
        "sandy sans sawtooth scale scallops scared scatter scenario schemas scheme school "
        "screen script scroll sdt sdtdh sdtfl sea seal seattle sec second seconds sect "
        "section segments selection self separate separating separator series serif set "
        "shadow shadowed shape shapes shared sharks shdw sheet shell shimmer shingle "
        "shorebird short show shp sib sides sienna sigma signs silver simple simplified "
        "single site size skip skw sky skyrocket slant slate slice slide slope small "
        "smiley smoke smoking smooth snake snap sng snip snow snowflake snowflakes soft "
        "softmetal solid sombrero sort sound source southwest space spacing span sparkle "
        "spell speller sphere spin split spring spt sql square squares src stack stacked "
        "stamp standard star stars start static std stdev stdevp stealth steel stem step "
        "stitch stock stop storage stored str stra straight streamers stretch strict "
        "strike string stripe striped strips stroke stroked struck sty style sub "
        "subheading submit subscript subtotal successive sum summing sun sunrise sunset "
        "sup super superscript surface swirligig swiss swoosh symbol symbols sync sys "
        "system tab table tabs taiwan taiwanese tan tape tbl tbls teacup teal teardrop "
        "techreport teeth ten terminator text textbox thai than then thick thin third "
        "this thistle thousand thousands three through tick tight tile time times tiny "
        "title today tomato tomorrow toolbar toolbox toothed top torn total tracked "
        "tracks traditional tradnl traffic trans transitional translate translucent "
        "transparent trapezoid tree trees trellis tri triangle triangles trillions triple "
        "true ttb turquoise twisted two txt type uint und under underscore undrawn unique "
        "unknown unlocked unpublished unscaled unsorted upper uppercase upr url usage "
        "user uturn val value values var variable variant varp venn vert vertical very "
        "vietnamese view vine violet visibility visible visited void volume vowels warm "
        "warning watermarks wave waveline waving wavy weave weaving web wedge week wheat "
        "whip white whole wide width win window wire wireframe with wood woodwork word "
        "words worksheet workspace wpc wpg wpi wps wrap wrapping www xlit xml ydm year "
        "years yellow yesterday yin ymd zag zany zero zig zodiac zxx "
    ).split()
)

#: Where the schemas want a number: no word but these, though « center » is one elsewhere.
_NUMBERS = re.compile(
    r"(?:sz|szCs|kern|position|w|numId|ilvl|outlineLvl|gridSpan|gridBefore|gridAfter|abstractNumId"
    r"|trHeight|startOverride|lvlRestart|uiPriority|defaultTabStop|lumMod|lumOff|satMod|axId"
    r"|crossAx|ptCount|hyphenationZone)@val|(?:ind|pgMar|pgSz|gridCol|tblW|tcW|tblInd|cols|extent"
    r"|off|ext|spacing|pageMargins|col|row|ln|rPr|defRPr|bodyPr|effectExtent)@(?:before|after"
    r"|beforeLines|afterLines|line|left|right|top|bottom|start|end|firstLine|hanging|header|footer"
    r"|gutter|space|w|h|x|y|cx|cy|l|t|r|b|sz|spc|baseline|[lrtb]Ins|rot|min|max|width|ht)"
    r"|.*@(?:outline-level|number-(?:columns|rows)-(?:repeated|spanned)|z-index|orphans|widows"
    r"|decimal-places|min-integer-digits|margin-(?:left|right|top|bottom)|text-indent"
    r"|padding-(?:left|right|top|bottom)|page-width|page-height|column-width)"
)
_NUMBERS_WORDS = frozenset("auto automatic false inherit none normal true".split())
#: Words of the format that are people's names too, with the places that may hold them alone.
#: Joined with others (« mistyRose ») they are no name.
_COLOURS = re.compile(
    r".*(?:colou?rs?|Colou?r|Clr)\d?|fill|chromakey|.*border.*|.*shadow|.*underline.*|column-rule"
    r"|(?:color|highlight|.*Clr|.*Color)@val"
)
_NAMES = {
    **dict.fromkeys("brown coral olive rose salmon sienna tan violet".split(), _COLOURS),
    **dict.fromkeys("alice champagne sandy".split(), re.compile(r"(?!)")),
    "holly": re.compile(r"(?:top|left|bottom|right|bdr)@val"),
    "roman": re.compile(r"family@val|.*font-family-generic.*|pitchFamily"),
}
_COLOUR_OF_A_STYLE = re.compile(r"(?<![\w-])(?:[a-z]+-)?color:\s*[A-Za-z]+")


@lru_cache(maxsize=65536)
def is_of_the_format(element: str, attribute: str, value: str) -> bool:
    """Whether `value` is a number, or words of the format. Names are local ones."""
    if _OPEN.fullmatch(f"{element}@{attribute}") or _OPEN.fullmatch(f"@{attribute}"):
        return True
    value = _CODE.sub(" ", value)
    words = _NUMBERS_WORDS if _NUMBERS.fullmatch(f"{element}@{attribute}") else _WORDS
    if not all(piece.casefold() in words for piece in _PIECE.findall(value)):
        return False
    alone = _ALONE.findall(_COLOUR_OF_A_STYLE.sub(" ", value) if attribute == "style" else value)
    return all(
        name not in _NAMES or _may_hold(_NAMES[name], element, attribute)
        for name in map(str.casefold, alone)
    )


def _may_hold(places: re.Pattern[str], element: str, attribute: str) -> bool:
    return bool(places.fullmatch(attribute) or places.fullmatch(f"{element}@{attribute}"))
