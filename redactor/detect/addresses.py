"""Postal addresses of people, whole: from the number to the town, over several lines.

The address of a service (BP, CS, Cedex, a town hall above it) is public and is not proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.detect.lexicon import Lexicon, fold_word
from redactor.detect.names import LETTER, UPPER
from redactor.detect.whose import ADMINISTRATION, FIRM_ABOVE, whose
from redactor.law.categories import Category

_STREET = (
    r"(?:rue|r\.?|avenue|ave?\.?|boulevard|bo?u?l?v?d\.?|bld|place|pl\.|allées?|all\.|"
    r"grande?[ '-]?rue|"
    r"impasse|imp\.|chemin|"
    r"ch\.|chem\.|quai|square|sq\.|passage|pass\.|cours|route|rte|voie|faubourg|fg|"
    r"fbg|esplanade|promenade|rond-point|"
    r"venelle|ruelle|sentier|sente|montée|traverse|villa|cité|hameau|résidence|"
    r"rés\.|lotissement|lot\.|"
    r"clos|domaine|parc|mail|cour|côte|corniche|lieu-dit|lieudit|quartier|zone|"
    r"carrefour|porte|pont|rampe|"
    r"escalier|galerie|hent|straed|ru|carrer|carraire|calanque|val|vallon|coteau|"
    r"tra(?:v)?\.|mtée|che|chem|ham\.?|res|crs|qu\.|sen|"
    r"jardins?|terrasses?|coron|courée|chaussée|drève|cavée)"
)
_NUMBER = (
    # « 09:40 R. Kerlann » is an hour
    r"(?<!\d[:h])(?:n°[ ]?)?\d{1,5}(?:[ ]?(?:bis|ter|quater|[A-Ha-h](?![\w'])))?"
    r"(?:[ ]?[-/,][ ]?\d{1,4})?"
)
# Dates that streets bear, and a line that ends on an article: both belong to the street's name.
_DAY = (
    r"(?:\d{1,2}|1er)[ -](?i:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|"
    r"novembre|décembre)(?:[ -](?:18|19|20)\d\d)?"
)
_TURN = r"(?:(?<= de)|(?<= du)|(?<= des)|(?<= la)|(?<= le)|(?<= les)|(?<=-))\n"
_REST = rf"(?:[^\n\t|;:()<>@\d]|{_DAY}|{_TURN}){{2,60}}?"
_EXTRA = (
    r"(?:[ ,]*[\n\t|]?[ ,]*(?:(?:appartement|appt?\.?|apt\.?|bâtiment|bât\.?|bat\.?|"
    r"batiment|escalier|esc\.?|étage|porte|"
    r"résidence|rés\.?|residence|immeuble|imm\.?|entrée|entree|hall|lotissement|"
    r"lot\.?|lieu-dit|lieudit|logement|"
    r"villa|tour|bloc|bp|b\.p\.|foyer|cité|quartier|hameau|zone)[ ][^\n\t,;]{1,40}|"
    r"\d{1,2}(?:er|e|ème|ère)[ ]étage(?:[ ](?:gauche|droite|face|porte[ ]\w{1,4}))?))"
)
# « STRASB0URG »: a zero among letters.
_MISREAD = rf"(?:{LETTER}|0(?={LETTER}))"
TOWN = (
    rf"(?:(?i:cp|code postal)(?:[ ]*[-–/,]?[ ]*(?i:(?:et )?(?:ville|commune)))?[ ]*:?[ ]*)?"
    rf"(?:F-?|FR-?)?"
    rf"(?P<code>(?:0[1-9]|[1-8]\d|9[0-5]|97|98|20)[ ]?\d{{3}})[ \t|]{{1,4}}"
    rf"(?:(?i:ville|commune|localité)[ ]*:?[ ]*)?(?P<town>[{UPPER}]{_MISREAD}*"
    rf"(?:(?:['’ -]|[ ]?/[ ]?)"
    rf"(?:[{UPPER}]{_MISREAD}*|sur|sous|les?|la|lès|de|du|des|en|d|l|à|aux|et|st|ste)"
    rf"(?![\w])){{0,7}})(?P<cedex>[ ]+(?i:cedex)(?:[ ]\d{{1,2}})?)?"
)
# Atomic: what follows is never a mark, and a page set in columns has long runs of spaces.
_GAP = r"(?>(?:[ ]*[,\-–—][ ]*|[ ]*[\n\t|]+[ ]*|[ ]+){1,3})"

_FULL = re.compile(
    rf"(?<![\w/.,-])(?P<head>(?i:(?:(?:(?:(?-i:FJT|CHRS|HUDA)|appartement|app?t?\.?|bâtiment|bât\.?|bat\.?|logement|"
    rf"résidence|r[ée]s\.?|immeuble|esc\.?|foyer|chambre|villa|porte|boîte)"
    rf"[ ][^\n\t;:,]{{1,40}}|\d{{1,2}}(?:er|e|ème)[ ]étage(?:[ ]\w{{4,6}})?)[,\n][ ]*){{0,3}})"
    rf"(?P<number>{_NUMBER})[ ]?,?[ ]{{1,2}}(?P<type>(?i:{_STREET}))"
    rf"(?:[ ]{{1,2}}(?P<street>{_REST})|(?<=[ '][Rr]ue))"
    rf"(?i:{_EXTRA}){{0,3}}){_GAP}{TOWN}"
)
# « 9 allée des Tilleuls à LAXOU (54520) », « Kerguelen, à Plouha (22580) »
_TOWN_THEN_CODE = (
    rf"(?P<town>[{UPPER}]{LETTER}*(?:['’ -](?:[{UPPER}]{LETTER}*|sur|sous|les?|la|lès|de|du|des|"
    rf"en|d|l|à|aux)(?!\w)){{0,6}})[ ]?\((?P<code>(?:0[1-9]|[1-8]\d|9[0-5]|97|98|20)[ ]?\d{{3}}\)"
    rf"|(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97\d)\))(?P<cedex>(?!))?"
)
_CODE_LAST = re.compile(
    rf"(?<![\w/.,-]){_NUMBER}[ ]?,?[ ]+(?i:{_STREET})[ ]{_REST}"
    rf"(?i:{_EXTRA}){{0,2}}{_GAP}(?:(?:à|au|aux)[ ])?{_TOWN_THEN_CODE}"
)
_CUED_CODE_LAST = re.compile(
    rf"(?i:demeurant|domiciliée?s?|résidant|habitant)[ ](?:(?i:au|à|ensemble)[ ]+){{0,2}}"
    rf"(?P<address>(?:[^\n;:()@\d]{{2,45}}?(?:{_GAP})(?:(?:à|au|aux)[ ])?)?{_TOWN_THEN_CODE}"
    rf"(?:,[ ](?:(?i:lieu-dit|lieudit|hameau|quartier|village)[ ][^\n,;:()@\d]{{2,35}}|"
    rf"{_NUMBER}[ ]?,?[ ](?:(?i:{_STREET})[ ][^\n,;:()@]{{2,40}}|[Gg]rande?[ '-][Rr]ue)))?)"
)
# « habite rue des Lilas à Plouha »: no number, after a word of dwelling.
_CUED_STREET = re.compile(
    rf"(?i:demeurant|domiciliée?s?|résidant|réside|habitant|habite|logée?)[ ](?:(?i:au|à)[ ])?"
    rf"(?P<address>(?:{_NUMBER}[ ]de[ ]la[ ])?(?:rue|avenue|boulevard|place|allée|impasse|"
    rf"chemin|quai|route|cité|résidence|lieu-?dit|hameau|village|ferme|mas|moulin|quartier|"
    rf"lotissement|camping|foyer)[ ](?:(?:de|du|des|la|le|les|l'|d')[ ]?){{0,3}}"
    rf"[{UPPER}][\w'’-]+(?:[ ](?:(?:de|du|des|la|aux?)[ ])?[{UPPER}][\w'’-]+){{0,3}}"
    rf"(?:,?[ ](?:à|commune[ ]d(?:e[ ]|'))[ ]?[{UPPER}][\w'’-]+(?:[ ][{UPPER}][\w'’-]+)?)?)"
)
# « Présence à Moulin de Kervran, 29810 Plouarzel »: no number, and a code.
_TYPED = re.compile(
    rf"(?<![\w/’'-])(?P<address>(?:(?i:{_STREET})|[Mm]oulin|[Mm]as|[Ff]erme|[Bb]astide|[Mm]anoir)"
    rf"[ ](?:(?i:de|du|des|la|le|les|l['’]|d['’]|aux?|à)[ ]?){{0,3}}"
    rf"[{UPPER}][^\n\t|;:()@\d]{{1,40}}?,?[ ]{TOWN})"
)
# « EHPAD Les Ajoncs, ch. 7, » before a street: who has a room there lives there.
_HOUSED = re.compile(
    r"(?<!\w)(?P<house>(?:EHPAD|CHU|CHRS|CADA|HUDA|SPADA|FJT|USLD|[Ff]oyer|[Hh]ôtel|[Cc]ité U)"
    r"(?!\w)[^\n;:()\t]{0,50}?[,\n][ ]*"
    r"(?:ch(?:ambre|\.)|boîte|logement|appt?\.?|apt\.?|lit)[ ]?(?:n°[ ]?)?\d+\w?[ ]*[,\n][ ]*)$"
)
_STREET_ONLY = re.compile(
    rf"(?<![\w/.,-])(?P<number>{_NUMBER})[ ]?,?[ ]{{1,2}}(?P<type>(?i:{_STREET}))[ ]+"
    rf"(?P<street>(?:(?i:de|du|des|la|le|les|l'|d'|l’|d’|et|aux?|à|en|sur)[ ]?)*"
    rf"(?:{_DAY}|[{UPPER}\d][\w'’.-]*)(?:[ ](?:(?i:de|du|des|la|le|les|l'|d'|et|aux?|à|en|"
    rf"sur)[ ]?)*[{UPPER}\d][\w'’.-]*){{0,5}}"
    # « au 14 rue du moulin »
    rf"|(?<=[ ])(?:de la|du|des|de l['’]|de|d['’])[ ]?(?!fer|la|l)[a-zà-ÿœ]{{4,20}}(?![\w'’]))"
    rf"(?P<in>(?:[ ]*,|[ ][-–])?[ ]+(?:à|au|aux)?[ ]?[{UPPER}]{LETTER}+(?:-{LETTER}+)*)?"
)
_HAMLET = re.compile(
    rf"(?P<cue>(?i:(?<!\w)(?:demeur(?:ant|e|ent)|domiciliée?s?|résid(?:ant|e|ent|er)|habit(?:ant|e|ent|er))(?!\w)|"
    rf""
    rf"adresse"
    rf"(?: personnelle| postale| du demandeur| complète| principale| ou siège)?[ ]*:|"
    rf"r[ée]sidence (?:familiale|personnelle|principale|actuelle)[ ]*:|"
    rf"adresse(?:[ ](?:actuelle|personnelle))?[ ]{{3,}}|"
    rf"domicile(?:[ ]*:|[ ]{{2,}}|[ ](?=L[ae]s?[ ]))|adresse[ ]*\t|logée?s?|hébergée?s?))"
    rf"[ \n\t:]*(?:(?i:au|à(?:[ ]?:)?|"
    rf"actuellement|ensemble)[ \t]+)?(?P<address>"
    rf"(?:{_NUMBER}[ ]?,?[ ]+)?[^\n\t;:()@]{{2,80}}?"
    rf"(?:\n[ \t]*+[^\n\t;:()@]{{2,50}}?(?=\n)|[ \n]\([^()\n]{{3,50}}\)){{0,2}}{_GAP}{TOWN})"
)
_LINE_HAMLET = re.compile(
    rf"^(?P<address>(?:(?i:lieu[ -]?dit|hameau|résidence|domaine|ferme|quartier|"
    rf"villa|mas)[ ][^\n;:()@\d]{{2,40}}|(?:BP|B\.P\.)[ ]?\d{{1,5}}|"
    rf"(?i:rue|route|rte|chemin|impasse|avenue|quai|allée)[ ][^\n;:()@\d]{{3,40}}|"
    # « 12 le Bourg », « 12 LE BOURG »
    rf"{_NUMBER}[ ]?,?[ ](?i:l[ae]s?[ ]|l')[{UPPER}][^\n;:()@\d.]{{2,35}}|"
    rf"(?:Ker|Pen|Le|La|Les|Lann|Coat|Traou|Mez|Ty|"
    rf"Goas|Keran|Mas)[ ]?[^\n;:()@\d.]{{2,35}})[ ]*,?\n[ ]*{TOWN})[ ]*$",
    re.M,
)
# « cité du 14, bât. Chênes, 62800 Liévin »: a line, or what a comma opens, by its own word.
_OWN_LINE = re.compile(
    rf"(?:^|(?<=, )|(?<=[–|(] )|(?<=\t)|(?i:(?<=[ ]au )))"
    rf"(?P<address>(?i:lieu-dit|lieudit|hameau|cité|coron|résidence|rés\.|lotissement|"
    rf"ferme|villa|clos|le clos|mas|moulin|chalet|village|habitation)[ ]"
    rf"[^\n;:()@]{{2,60}}?[ ]*(?:,|[ ][-–])[ ]*{TOWN})",
    re.M,
)
# « …, Le Cosquer, 29560 Telgruc »: a hamlet inside a line, right after a name.
_INLINE_HAMLET = re.compile(
    rf"(?:(?<=, )|(?<=\())(?P<address>(?:BP[ ]?\d{{1,5}}|«[ ][^»\n]{{3,40}}[ ]»|"
    rf"(?:{_NUMBER}[ ]?,?[ ])?"
    rf"(?:(?i:lieu-dit|lieudit|ld|hameau|village|ferme|villa|mas|quartier|section|cité|résidence|"
    rf"lotissement|lot|habitation|morne|anse|ravine|servitude|côte)[ ][^\n,;:()@\d]{{2,40}}|"
    rf"PK[ ]?\d[\d,.]{{0,5}}(?:,?[ ][^\n,;:()@\d]{{2,30}})?|"
    rf"(?:Ker|Pen|[Ll](?:e|a|es|')|Lann|Coat|Traou|Mez|Ty|Goas|Mas|Moulin|Ferme|Château)"
    rf"[ ]?[^\n,;:()@\d.]{{2,35}}))"
    rf"(?:,[ ](?i:bât(?:iment)?|porte|quartier|appt?|esc|lot|villa)\.?[ ][\w '-]{{1,25}}){{0,3}}"
    rf"[ ]*[,–-][ ]*{TOWN})"
)
# « un différend familial au lieu-dit Kerblez, commune de Plouha »: a home, without a code.
_HAMLET_OF = re.compile(
    rf"(?i:différend|violences|tapage|requis|domicil\w+|demeur\w+|habit\w+|résid\w+)[^\n.;]{{0,60}}?"
    rf"(?<!\w)(?i:lieu-?dit|hameau|village)[ ](?P<address>[{UPPER}][\w'’-]+(?:[ ][\w'’-]+){{0,3}}"
    rf",[ ]commune[ ](?:de[ ]|d'|du[ ])[{UPPER}][\w'’-]+(?:[ ][{UPPER}][\w'’-]+){{0,2}})"
)
# Lines above a street that belong to the address: a box, a building, a floor.
_LINES_ABOVE = re.compile(
    r"(?:(?:BP|CS|TSA|B\.P\.|(?i:app?t|appartement)\.?|(?i:b[âa]t)(?:iment)?\.?|[Rr]ésidence|RÉSIDENCE|"
    r"RESIDENCE|[Ii]mmeuble|[Ee]sc(?:alier)?\.?|[Ll]ieu-dit|[Ll]ogement|[Ll]ot\.?|[Ll]otissement)"
    r"[ ][^\n\t]{1,40}\n[ ]*){1,3}$"
)
# « La Valette, 14 chemin des Douaniers »: a hamlet that opens the line of a street
_HAMLET_BEFORE = re.compile(
    rf"(?:^|\n)[ ]*(?P<hamlet>(?:L[ae]s?[ ]|L'|Ker|Ty[ ]|Mas[ ]|Coat)[{UPPER}a-zà-ÿœ]"
    rf"[\w'’ -]{{2,30}}),[ ]$"
)
# A number in which OCR read letters: « l2 rue de la Poterne, 350OO Rennes ».
_MISREAD_NUMBER = re.compile(r"(?<![^\W_])[OIl]{0,4}\d[\dOIl]{0,8}(?![^\W_])")
_READ_WELL = str.maketrans("OIl", "011")
# A word in capitals in which OCR read digits or small letters: « LlEU-DIT », « BRI0UZE ».
_MISREAD_WORD = re.compile(rf"(?<=[{UPPER}])[l10](?=[{UPPER}])|(?<=[{UPPER}]{{2}})l(?!\w)")
_AS_LETTERS = str.maketrans("l10", "IIO")
_CEDEX = re.compile(r"[ ]+CEDEX(?:[ ]\d{1,2})?(?!\w)", re.I)
_ROAD = re.compile(r"(?<!\w)(?:RD|RN|D|N|A|PR|CD|VC)[ ]?$|\+$")
_ARTICLE_NUMBER = re.compile(r"\d{3}|\d{1,3}[-.]\d")
#: Kinds of ways that a street in small letters may be of: « place de stationnement » is none.
_NAMED_IN_SMALL = frozenset("rue avenue allée allées impasse chemin boulevard route".split())
_TOWN_FORM = re.compile(r"-(?:sur|sous|le|la|les|lès|en|de|du|des|au|aux|l[èe]s)-|[ ]à[ ]|Saint-")
_TOWN_ONLY = re.compile(rf"(?<![\w/.,-]){TOWN}")

# What every address with a code holds, sought first: most of a text is far from any.
_CODE_THEN_TOWN = re.compile(
    rf"\d\d[ ]?\d{{3}}[ \t|]{{1,4}}(?:(?i:ville|commune|localité)|[{UPPER}])"
)
_CODE_IN_BRACKETS = re.compile(r"\((?:\d[\dAB]|\d{3}|\d\d[ ]?\d{3})\)")
#: Characters before and after a code that an address reaches.
_BEFORE_CODE, _AFTER_CODE = 400, 160

_TOWN_CUE = re.compile(
    r"(?:demeurant|domicili\w+|résidant|habitant|code postal|"
    r"adresse(?! d(?:u|es) (?:terrain|projet|chantier|bien|site|local|travaux))|cp)[^\n]{0,40}$",
    re.I,
)


def read_well(text: str) -> str:
    """The text with what OCR misread in numbers, and in words in capitals, put back."""
    text = _MISREAD_NUMBER.sub(lambda m: m.group().translate(_READ_WELL), text)
    return _MISREAD_WORD.sub(lambda m: m.group().translate(_AS_LETTERS), text)


def addresses(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Addresses of people, or that may be."""
    done: list[tuple[int, int]] = []
    coded = _windows(text, _CODE_THEN_TOWN)
    for match in _within(text, _FULL, coded):
        start = match.start()
        if above := _LINES_ABOVE.search(text, max(start - 130, 0), start):
            start = above.start()
        elif (
            hamlet := _HAMLET_BEFORE.search(text, max(start - 45, 0), start)
        ) and not ADMINISTRATION.search(hamlet["hamlet"]):
            start = hamlet.start("hamlet")
        end = match.end("cedex") if match["cedex"] else _town_end(match, lexicon)
        street = match.end("number") - len(match["number"].rpartition(",")[2].lstrip())
        housed = _HOUSED.search(text, max(start - 100, 0), street)
        if housed:
            start = housed.start("house")
        cedex = bool(match["cedex"])
        if more := _CEDEX.match(text, end):  # « SAINT-AVÉ CEDEX »: read as the town's last word
            end, cedex = more.end(), True
        verdict = "person" if housed else whose(text, start, text[start:end])
        turn = text.find("\n", start, end)
        if turn > 0 and (below := _below(text, start, turn)):
            done += [(start, turn), below]
            if verdict != "service":
                yield _address(start, turn, "numéro et voie, dans une colonne", 0.85)
                yield _address(*below, "code postal et commune, sous une voie", 0.85)
            continue
        done.append((start, end))
        if verdict == "service" or (cedex and verdict != "person"):
            continue
        yield _address(start, end, "numéro, voie, code postal et commune", 0.96 if verdict else 0.9)
    bracketed = _windows(text, _CODE_IN_BRACKETS)
    for match in _within(text, _CODE_LAST, bracketed):
        done.append(match.span())
        verdict = whose(text, match.start(), match.group())
        if verdict != "service":
            confidence = 0.95 if verdict else 0.85
            yield _address(*match.span(), "numéro, voie, commune et code postal", confidence)
    anywhere = [(0, len(text))]
    for pattern, windows in (
        (_CUED_CODE_LAST, bracketed),
        (_HAMLET, coded),
        (_LINE_HAMLET, coded),
        (_OWN_LINE, coded),
        (_INLINE_HAMLET, coded),
        (_CUED_STREET, anywhere),
        (_HAMLET_OF, anywhere if ", commune d" in text else []),
        (_TYPED, coded),
    ):
        for match in _within(text, pattern, windows):
            start, end = match.span("address")
            if above := _LINES_ABOVE.search(text, max(start - 130, 0), start):
                start = above.start()
            if "town" in match.re.groupindex and pattern is not _CUED_CODE_LAST:
                end = _town_end(match, lexicon)
            if any(low < end and start < high for low, high in done) or (
                "cedex" in match.re.groupindex and match["cedex"]
            ):
                continue
            done.append((start, end))
            if (
                pattern in (_LINE_HAMLET, _OWN_LINE, _INLINE_HAMLET, _TYPED)
                and whose(text, start, match.group()) == "service"
            ) or (pattern is _HAMLET and FIRM_ABOVE.search(text[max(start - 110, 0) : start])):
                continue
            yield _address(start, end, "lieu et commune", 0.92 if pattern is _HAMLET else 0.85)
    for match in _STREET_ONLY.finditer(text):
        start, end = match.span()
        if any(low < end and start < high for low, high in done):
            continue
        if _ARTICLE_NUMBER.match(match["street"]):
            continue  # « décret n° 2015-1342 R. 112-9 » is no street
        if _ROAD.search(text, max(start - 8, 0), start):
            continue  # « RD 940, carrefour de la Croix »
        end = match.end("street")
        within = match["in"]
        if within:
            word = fold_word(re.sub(r"^[ ,–-]*(?:(?:à|au|aux) )?", "", within))
            # « 8 chemin des Mûriers, Sorgues-le-Vieux »
            if word in lexicon.places or _TOWN_FORM.search(within):
                end = match.end("in")
        verdict = whose(text, start, match.group())
        small = not any(map(str.isupper, match["street"]))
        if small and match["type"].lower() not in _NAMED_IN_SMALL:
            continue
        if verdict == "service" or match["type"].lower() in (
            "porte",
            "cours",
            "cour",
            "parc",
            "zone",
            "pont",
            "val",
            "ru",
            "galerie",
            "jardin",
            "jardins",
        ):
            continue
        end = _trimmed(text, start, end)
        yield _address(start, end, "numéro et voie", 0.9 if verdict else 0.75)
        done.append((start, end))
        if below := _below(text, start, end):
            yield _address(*below, "code postal et commune, sous une voie", 0.85)
            done.append(below)
    for match in _within(text, _TOWN_ONLY, coded):
        start, end = match.start(), _town_end(match, lexicon)
        if any(low < end and start < high for low, high in done) or match["cedex"]:
            continue
        before = text[max(start - 60, 0) : start]
        cued = _TOWN_CUE.search(before) and not ADMINISTRATION.search(before)
        if cued and fold_word(match["town"]) in lexicon.places:
            yield _address(start, end, "code postal et commune, après un mot d’adresse", 0.75)


def _windows(text: str, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches of a text, apart from one another, that may hold an address with its code."""
    windows: list[tuple[int, int]] = []
    for match in sign.finditer(text):
        low, high = max(match.start() - _BEFORE_CODE, 0), match.end() + _AFTER_CODE
        if windows and low <= windows[-1][1]:
            low = windows.pop()[0]
        windows.append((low, high))
    return windows


def _within(
    text: str, pattern: re.Pattern[str], windows: list[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    for low, high in windows:
        yield from pattern.finditer(text, low, high)


def _below(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The code and town under a street, in the same column of a page."""
    line = text.rfind("\n", 0, start) + 1
    below = text.find("\n", end) + 1
    column = below + start - line
    if not below or text[column - 2 : column].strip() or not text[line:start].strip():
        return None
    match = _TOWN_ONLY.match(text, column)
    return (match.start(), match.end("town")) if match and not match["cedex"] else None


def _town_end(match: re.Match[str], lexicon: Lexicon) -> int:
    """Where the town ends: at the longest known commune, else at the words in its case."""
    town = match["town"]
    start = match.start("town")
    ends = [m.end() for m in re.finditer(r"[^ /]+", town)]
    for end in reversed(ends):
        name = fold_word(town[:end].replace("’", "'"))
        if (
            name in lexicon.places
            or name.replace(" ", "-") in lexicon.places
            or re.sub(r"\bst(e?)\b", r"saint\1", name).replace(" ", "-") in lexicon.places
        ):
            if _GOES_ON.match(
                town, end
            ):  # « La Plaine des Cafres », where « La Plaine » is one too
                break
            if town.isupper() and _ENDS.match(match.string, match.end("town")):
                break  # « 18999 VIERZON LE BOURG »: the whole line
            return start + end
    closed = re.match(r"\s*(?:[,;.)\n]|$)", match.string[match.end("town") :])
    whole = len(ends) == 1 or town.isupper() or closed
    return start + (len(town.rstrip()) if whole else ends[0])


_ENDS = re.compile(r"[ ]*(?:\n|$)")
_GOES_ON = re.compile(rf"[ -](?:d(?:e|u|es)|sur|en|sous|lès)[ -](?:l[ae]s?[ -])?[{UPPER}]")


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without the dot that closes the sentence."""
    return end - 1 if text[start:end].endswith(".") else end


def _address(start: int, end: int, why: str, confidence: float) -> Found:
    return Found(start, end, Category.ADDRESS, "pattern:address", why, confidence)
