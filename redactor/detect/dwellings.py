"""Addresses made whole: the pieces beside a street, the lines under a name, a place after one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.detect.address_forms import TOWN
from redactor.detect.found import Found
from redactor.detect.names import UPPER
from redactor.detect.whose import ADMINISTRATION, whose
from redactor.law.categories import Category

# « apt 31 », « bât. Les Lilas », « 3e g. », « chez Mme Ferrer », « BP 12 »: what stands beside a
# street in an address.
_NUMBERED = (
    r"appartement|appt?\.?|apt\.?|logement|log\.|lgt\.?|porte|pte|chambre|ch\.?|lit|boîte|bte|"
    r"b[âa]t(?:iment)?\.?|bloc|tour|esc(?:alier)?\.?|[ée]tage|entr[ée]e|hall|cage|villa|lot|loge|"
    r"imm(?:euble)?\.?|case|box|emplacement|cellule|studio"
)
_NAMED = (
    r"b[âa]t(?:iment)?\.?|imm(?:euble)?\.?|villa|tour|r[ée]sidence|r[ée]s\.|lotissement|lot\.|"
    r"foyer|fjt|chrs|cada|cit[ée]|quartier|hameau|lieu-?dit|domaine|clos|mas|ferme|moulin|château|"
    r"hlm|camping|village|section|entr[ée]e|maison"
)
_PIECE = (
    rf"(?:(?:{_NUMBERED})[ ]?(?:n[°º][ ]?)?(?:\d{{1,4}}[ ]?\w?|[A-Z]\d{{0,3}})(?!\w)"
    rf"(?:[ ](?:esc|b[âa]t|porte|[ée]tage)\.?[ ]\w{{1,4}})?|"
    rf"(?:l[ea]s?[ ])?(?:{_NAMED})[ ][^\n\t,;:()–|]{{1,40}}|"
    r"\d{1,2}(?:er|[eè]|[eè]me|ère)[ ]?(?:[ée]t(?:age|\.)?)?(?:[ ](?:gauche|droite|face|[gd]r?\.|"
    r"porte[ ]\w{1,4}))?|"
    r"(?:rdc|rez-de-chaussée)(?:[ ](?:gauche|droite|face|[gd]\.))?|fond[ ](?:de[ ])?cour|sous-sol|"
    r"au[ -]?dessus[ ]d[ue][ ][^\n,;]{3,40}|(?:chez|c/o|p/c|s/c)[ ][^\n\t,;:()]{3,40}|"
    r"(?:BP|CS|B\.P\.)[ ]?\d{1,5}|pk[ ]?\d[\d,.]{0,5}(?:[ ][^\n\t,;:()–|]{2,30})?)"
)
_MARK = r"[ ]*(?:,|[ ][–-]|\n|[ ](?=\())[ \n\t]*"
_BEFORE = re.compile(rf"(?<![\w'’-])(?i:{_PIECE}){_MARK}$")
_CUT = re.compile(rf"(?<![\w'’-])(?i:{_NUMBERED})[ ]?(?:n[°º][ ]?)?$")
_AFTER = re.compile(
    rf"(?:{_MARK}(?:(?i:{_PIECE})|\([^()\n]{{3,50}}\)|maison[ ]«[^»\n]{{2,30}}»)"
    rf"(?=[ ]*(?:[,;.)\n–|\t]|$))){{0,4}}"
    rf"(?:[ ]*[,–\n-]?[ \n\t]*(?:{TOWN}|\d{{5}}(?![ .]?\d)))?"
)
# « domicilié à Saint-Nizier-sur-Loire, 12 résidence »
_TOWN_BEFORE = re.compile(
    rf"(?i:demeurant|domicili\w+|résidant|habitant)[ ](?:ensemble[ ])?à[ ]"
    rf"(?P<town>[{UPPER}][\w'’ -]{{2,40}}),[ ]$"
)
_OPENS = re.compile(
    r"[\n\t,;:()|–][ \t]*|^[ \t]*|(?i:habit\w+|demeur\w+|r[ée]sid\w+|log[ée]\w*|domicili\w+)[ ]"
)
#: Characters before an address in which its first pieces are looked for.
_WINDOW = 60
_TOWN_LINE = re.compile(rf"^[ \t]*{TOWN}[ \t]*$", re.M)
#: Lines between a name and the line of the code and the town.
_MOST_LINES = 4
_DATED_LINE = re.compile(r"[ \t]*\d\d?[/.-]\d\d?[/.-]\d{4}")
_NO_LINE = re.compile(r"[:@;«»?!]|\d{6}|(?<!\w)(?:objet|madame|monsieur|le \d)", re.I)

_WAY = (
    r"rue|avenue|boulevard|place|allée|impasse|chemin|quai|route|square|sente|sentier|ruelle|venelle|"
    r"montée|traverse|mas|ferme|moulin|lieu-?dit|hameau|vallon|cité|clos|résidence|lotissement|"
    r"calanque|rte|av\.|bd|ch\.|imp\.|domaine|villa"
)
# « M. Sabatier Élie, mas de Cante-Perdrix, chemin de l'Hostellerie, Nîmes) »
_PLACE_AFTER = re.compile(
    r"[ ]?(?:,|[–-](?=[ ])|\()[ ]*(?:parcelles?[ ][^,\n]{1,12},[ ])?"
    rf"(?P<address>(?:(?i:{_WAY})[ ](?:(?i:de[ ]la|de[ ]l['’]|de|du|des|la|le|les|aux?|d['’]|l['’])"
    rf"[ ]?){{0,2}}[{UPPER}][^\n\t,;:()–|@]{{1,40}}|"
    rf"(?:Ker|Pen|Lann|Coat|Traou|Mez|Ty[ ]|Goas|L[ae]s?[ ])[\w'’ -]{{2,30}}"
    rf"(?=,[ ](?:\d{{5}}|\d{{1,3}}[ ]ans)))"
    rf"(?:,[ ](?:[{UPPER}]|(?i:{_WAY})[ ])[^\n\t,;:()–|@\d]{{2,40}}){{0,2}}"
    rf"(?:,?[ ](?:{TOWN}|\d{{5}}(?!\d)))?)"
    r"(?=[ ]*(?:[,);\n–|.]|$))"
)
# « 5 ECKERT Rüdiger – 1945 – péniche « Lorelei », quai de la Vienne, 86999 Chauvigny »
_CODE_AFTER = re.compile(
    r"(?:[ ]*(?:[,–|-]|née?(?=[ ]+(?:le|en)?[ ]*\d)|"
    r"le(?!\w)|\d[\d./-]{3,9}|\([^()\n]{1,30}\))){1,6}[ ]*"
    rf"(?P<address>(?=[{UPPER}«]|(?i:{_WAY}|péniche|presbytère|chez)(?!\w))"
    rf"(?:[^\n\t,;:@|–]{{3,45}},[ ]){{1,3}}{TOWN})"
)
# « KERLANN Maud | Kergroas, 29200 Brest »: a house, the code and the town, in the next cell
_CELL_AFTER = re.compile(
    rf"\t(?P<address>[{UPPER}][^\n\t;:()@|\d]{{2,40}},[ ]{TOWN})(?=[ ]*(?:\t|\n|$))"
)
# The cells of a row, in a table or a statement: « ;56000;VANNES », « ','02400','Laon' »
_CODE_CELL = re.compile(
    r"(?P<mark>[\t;|]|[\"'][ ]?,[ ]?[\"']|,)[ ]?(?P<code>\d{5})[ ]?(?P=mark)"
    rf"[ ]?(?P<town>[{UPPER}][^\t;|,\"\n]{{1,40}}?)(?=[ ]*(?:[\t;|,\"'\n]|$))"
)
_PLACE_CELL = re.compile(
    r"(?!\d{4}-|\d\d/|\d+$|(?:NULL|DEFAULT|true|false|oui|non)$|.*@)(?=.*[^\W\d_]{2})[^;\t|]{3,60}"
)
_TOWN_CELL = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,3}")
# « 68100 Mulhouse, 1er étage gauche »
_AFTER_TOWN = re.compile(
    rf"(?:[ ]?[,(–-][ ]?(?i:(?:{_NUMBERED})[ ]?(?:n[°º][ ]?)?(?:\d{{1,4}}[ ]?\w?|[A-Z]\d{{0,3}})|"
    r"\d{1,2}(?:er|[eè]|[eè]me|ère)[ ]?[ée]t(?:age|\.)?(?:[ ](?:gauche|droite|face|[gd]\.))?|"
    r"(?:rdc|rez-de-chaussée)(?:[ ](?:gauche|droite|face))?)(?!\w)\)?)+"
)
# « demeurant à SUSSAC (87130), Le Mazaud », « à BRISTOL (Royaume-Uni), 14 Cotham Road »
_TOWN_THEN_PLACE = re.compile(
    rf"(?<!\w)(?i:demeurant|domicili\w+|résidant)[ ](?:ensemble[ ])?à[ ](?P<address>[{UPPER}]"
    rf"[\w'’ -]{{2,30}}[ ]\((?:\d{{5}}|[{UPPER}][^()\n\d]{{3,20}})\),[ ]"
    rf"(?:\d{{1,4}}[ ,]{{1,2}})?(?:l[ae]s?[ ])?[{UPPER}][^\n,;.()]{{2,40}})(?=[.,;\n]|$)"
)
# « domicile / 12 LOT LES GENETS / 97450 / SAINT LOUIS »: each cell a line
_STACKED = re.compile(
    r"^(?i:domicile|adresse(?:[ ]postale)?)[ ]*:?\n(?P<address>[^\n:]{4,50}\n\d{5}\n"
    rf"[{UPPER}][^\n\d:]{{1,35}})$",
    re.M,
)
_PRACTICE = re.compile(r"(?<!\w)(?:Dr|Docteur|DR|Pr|Me|Maître)\.?[ ]$")
_OF_OFFICES = re.compile(r"(?<!\w)(?:CS|TSA)[ ]?\d|(?i:cedex)")
# A column of a page, whose next line is not the next of the address.
_IN_COLUMN = re.compile(r"\S(?:[ ]{3,}|\t).*$")
_TITLE = re.compile(r"[ \t]*(?i:m\.?|mr\.?|mme|mlle|monsieur|madame)(?:[ ]|$)", re.M)
_NO_PLACE = re.compile(
    r"(?<!\w)(?:mairie|hôtel de ville|préfecture|gare|tribunal|cité admin)", re.I
)
# « cité du port bat 7 83200 toulon », in small letters
_SMALL = re.compile(
    r"(?<!\w)(?:\d{1,4}[ ](?:bis[ ])?)?(?:rue|avenue|allée|impasse|chemin|cité|résidence|place|"
    r"route|boulevard|quartier)[ ][a-zà-ÿœ\d '’-]{3,50}[ ]\d{5}[ ]"
    r"(?P<town>(?:l[ae]s?[ ]|l'|s(?:ain)?te?[ ])?[a-zà-ÿœ-]{3,30})(?!\w)"
    r"(?:[ ](?:(?:bat|batiment|bâtiment|apt|appt?|appart|appartement|esc|escalier|porte|etage)[ ]?"
    r"(?:(?=\w{0,4}\d|[a-z](?!\w))\w{1,4}|gauche|droite)|\d(?:er|e|[eè]me)[ ][ée]tage))*"
)


def dwellings(text: str, found: Iterable[Found], people: Iterable[Found]) -> Iterator[Found]:
    """The addresses found, each from its first piece to its last, and those that names show."""
    for item in found:
        start, end = _first(text, item.start), _last(text, item.start, item.end)
        public = _OF_OFFICES.search(text, item.end, end)
        if not public or whose(text, start, text[start:end]) == "person":
            yield replace(item, start=start, end=end)
    people = sorted(people, key=lambda person: person.start)
    yield from _under_names(text, people)
    yield from _in_rows(text, people)
    for person in people:
        match = _PLACE_AFTER.match(text, person.end)
        if _PRACTICE.search(text, max(person.start - 8, 0), person.start):
            continue
        if match and not _NO_PLACE.search(match["address"]) and not _runs_on(text, match):
            yield _address(*match.span("address"), "lieu juste après un nom", 0.8)
        match = _CODE_AFTER.match(text, person.end)
        if match and not match["cedex"] and not ADMINISTRATION.search(match["address"]):
            start, end = match.start("address"), match.end("town")
            yield _address(start, end, "lieu et commune après un nom", 0.85)
        match = _CELL_AFTER.match(text, person.end)
        if (
            match
            and not match["cedex"]
            and not ADMINISTRATION.search(match["address"])
            and whose(text, match.start("address"), "") != "service"
        ):
            yield _address(*match.span("address"), "lieu et commune, à côté d’un nom", 0.85)
    for pattern in (_TOWN_THEN_PLACE, _STACKED):
        for match in pattern.finditer(text):
            yield _address(*match.span("address"), "après un mot de domicile", 0.85)
    for match in _SMALL.finditer(text):
        yield _address(*match.span(), "voie, code postal et commune, en minuscules", 0.8)


def _in_rows(text: str, people: list[Found]) -> Iterator[Found]:
    """« KERLANN | Yann | CHRS Le Port | 29200 | BREST »: the cells up to a code and a town, in
    the row of a person."""
    rows = {text.rfind("\n", 0, person.start) for person in people}
    for match in _CODE_CELL.finditer(text):
        line = text.rfind("\n", 0, match.start())
        if line not in rows:
            continue
        cells = [match.span("code"), match.span("town")]
        end, mark = match.start(), match["mark"]
        while end > line + 1:
            start = text.rfind(mark, line + 1, end)
            start = start + len(mark) if start > 0 else line + 1
            cell = text[start:end].strip(" '\"")
            named = any(start < person.end and person.start < end for person in people)
            if cell and (named or not _PLACE_CELL.fullmatch(cell)):
                if len(cells) > 3 and cell[0].isdigit() and _TOWN_CELL.fullmatch(text, *cells[-1]):
                    cells.pop()  # « ;12/06/1949;ALES;Mas Rouge;30100;ALES »: where one was born
                break
            if cell:
                low = text.index(cell, start)
                cells.append((low, low + len(cell)))
            end = start - len(mark)
        if len(cells) > 2 and not ADMINISTRATION.search(text, line + 1, cells[-1][0]):
            for low, high in cells:
                yield _address(low, high, "lieu, code et commune, dans une ligne", 0.85)


def _runs_on(text: str, match: re.Match[str]) -> bool:
    """« Mme Kerlann, place de la Liberté, a vu »: where she stood, in a sentence."""
    return bool(re.match(r",[ ](?:a|est|qui|dit|déclare|se|ont|sont)[ ]", text[match.end() :]))


def _first(text: str, start: int) -> int:
    """Where the pieces before an address begin."""
    if cut := _CUT.search(text, max(start - 16, 0), start):
        start = cut.start()  # « apt 88, rue Paul-Éluard », where 88 numbers no house
    while True:
        # from the nearest mark on: a piece holds none
        window = text[max(start - _WINDOW, 0) : start]
        marks = [m.end() for m in _OPENS.finditer(window)]
        for mark in reversed(marks):
            if match := _BEFORE.match(window, mark):
                start -= len(window) - match.start()
                break
        else:
            town = _TOWN_BEFORE.search(window)
            return start - len(window) + town.start("town") if town else start


def _last(text: str, start: int, end: int) -> int:
    """Where the pieces after a street end, with the code and the town; none after a code."""
    if re.search(r"(?<!\d)\d{5}(?!\d)[^,]*$|\(\d\d\)$", text[start:end]) and not (
        text[start:end].endswith(")") and text.startswith(",", end)
    ):
        more = _AFTER_TOWN.match(text, end)
        return more.end() if more else end
    column = _IN_COLUMN.search(text[text.rfind("\n", 0, start) + 1 : start])
    stop = text.find("\n", end) if column else -1
    match = _AFTER.match(text, end, len(text) if stop < 0 else stop)
    return match.end() if match and match.group().strip() else end


def _under_names(text: str, people: list[Found]) -> Iterator[Found]:
    """« M OU MME KERLANN / LE BOURG / 29200 BREST »: the lines from a name to code and town."""
    # what the model alone took for a name may be a hamlet's
    sure = [person.end for person in people if not person.detector.startswith("ner")]
    for town in _TOWN_LINE.finditer(text):
        if not town["cedex"]:
            ends = [person.end for person in people]
            yield from _block(text, town, sure) or _block(text, town, ends)


def _block(text: str, town: re.Match[str], ends: list[int]) -> list[Found]:
    """The address between a line in which a name ends and that of the town."""
    top = town.start()
    for _ in range(_MOST_LINES):
        above = text.rfind("\n", 0, max(top - 1, 0)) + 1
        line = text[above : max(top - 1, 0)]
        if not line.strip() or len(line.strip()) > 50:
            return []
        if line.lstrip().lower().startswith("chez "):
            top = above
            break
        if _DATED_LINE.match(line):
            break  # « 08/07/1988 PORTO », where a record says a birth
        if any(above < end <= above + len(line) for end in ends):
            break
        if _NO_LINE.search(line):
            return []
        top = above
    else:
        return []
    titled = _TITLE.match(text, above)
    paragraph = above if titled else max(text.rfind("\n\n", 0, above), above - 120, 0)
    if top == town.start() or ADMINISTRATION.search(text, paragraph, top):
        return []
    start = top + len(text[top:]) - len(text[top:].lstrip())
    return [_address(start, town.end("town"), "lignes sous un nom, jusqu’à la commune", 0.85)]


def _address(start: int, end: int, why: str, confidence: float) -> Found:
    return Found(start, end, Category.ADDRESS, "pattern:dwelling", why, confidence)
