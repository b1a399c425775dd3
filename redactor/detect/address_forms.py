"""How the addresses of people are written, whole: the patterns that `addresses` reads."""

from __future__ import annotations

import re

from redactor.detect.names import LETTER, UPPER

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

FULL = re.compile(
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
CODE_LAST = re.compile(
    rf"(?<![\w/.,-]){_NUMBER}[ ]?,?[ ]+(?i:{_STREET})[ ]{_REST}"
    rf"(?i:{_EXTRA}){{0,2}}{_GAP}(?:(?:à|au|aux)[ ])?{_TOWN_THEN_CODE}"
)
CUED_CODE_LAST = re.compile(
    rf"(?i:demeurant|domiciliée?s?|résidant|habitant)[ ](?:(?i:au|à|ensemble)[ ]+){{0,2}}"
    rf"(?P<address>(?:[^\n;:()@\d]{{2,45}}?(?:{_GAP})(?:(?:à|au|aux)[ ])?)?{_TOWN_THEN_CODE}"
    rf"(?:,[ ](?:(?i:lieu-dit|lieudit|hameau|quartier|village)[ ][^\n,;:()@\d]{{2,35}}|"
    rf"{_NUMBER}[ ]?,?[ ](?:(?i:{_STREET})[ ][^\n,;:()@]{{2,40}}|[Gg]rande?[ '-][Rr]ue)))?)"
)
# « habite rue des Lilas à Plouha »: no number, after a word of dwelling.
CUED_STREET = re.compile(
    rf"(?i:demeurant|domiciliée?s?|résidant|réside|habitant|habite|logée?)[ ](?:(?i:au|à)[ ])?"
    rf"(?P<address>(?:{_NUMBER}[ ]de[ ]la[ ])?(?:rue|avenue|boulevard|place|allée|impasse|"
    rf"chemin|quai|route|cité|résidence|lieu-?dit|hameau|village|ferme|mas|moulin|quartier|"
    rf"lotissement|camping|foyer)[ ](?:(?:de|du|des|la|le|les|l'|d')[ ]?){{0,3}}"
    rf"[{UPPER}][\w'’-]+(?:[ ](?:(?:de|du|des|la|aux?)[ ])?[{UPPER}][\w'’-]+){{0,3}}"
    rf"(?:,?[ ](?:à|commune[ ]d(?:e[ ]|'))[ ]?[{UPPER}][\w'’-]+(?:[ ][{UPPER}][\w'’-]+)?)?)"
)
# « Présence à Moulin de Kervran, 29810 Plouarzel »: no number, and a code.
TYPED = re.compile(
    rf"(?<![\w/’'-])(?P<address>(?:(?i:{_STREET})|[Mm]oulin|[Mm]as|[Ff]erme|[Bb]astide|[Mm]anoir)"
    rf"[ ](?:(?i:de|du|des|la|le|les|l['’]|d['’]|aux?|à)[ ]?){{0,3}}"
    rf"[{UPPER}][^\n\t|;:()@\d]{{1,40}}?,?[ ]{TOWN})"
)
# « EHPAD Les Ajoncs, ch. 7, » before a street: who has a room there lives there.
HOUSED = re.compile(
    r"(?<!\w)(?P<house>(?:EHPAD|CHU|CHRS|CADA|HUDA|SPADA|FJT|USLD|[Ff]oyer|[Hh]ôtel|[Cc]ité U)"
    r"(?!\w)[^\n;:()\t]{0,50}?[,\n][ ]*"
    r"(?:ch(?:ambre|\.)|boîte|logement|appt?\.?|apt\.?|lit)[ ]?(?:n°[ ]?)?\d+\w?[ ]*[,\n][ ]*)$"
)
STREET_ONLY = re.compile(
    rf"(?<![\w/.,-])(?P<number>{_NUMBER})[ ]?,?[ ]{{1,2}}(?P<type>(?i:{_STREET}))[ ]+"
    rf"(?P<street>(?:(?i:de|du|des|la|le|les|l'|d'|l’|d’|et|aux?|à|en|sur)[ ]?)*"
    rf"(?:{_DAY}|[{UPPER}\d][\w'’.-]*)(?:[ ](?:(?i:de|du|des|la|le|les|l'|d'|et|aux?|à|en|"
    rf"sur)[ ]?)*[{UPPER}\d][\w'’.-]*){{0,5}}"
    # « au 14 rue du moulin »
    rf"|(?<=[ ])(?:de la|du|des|de l['’]|de|d['’])[ ]?(?!fer|la|l)[a-zà-ÿœ]{{4,20}}(?![\w'’]))"
    rf"(?P<in>(?:[ ]*,|[ ][-–])?[ ]+(?:à|au|aux)?[ ]?[{UPPER}]{LETTER}+(?:-{LETTER}+)*)?"
)
HAMLET = re.compile(
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
LINE_HAMLET = re.compile(
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
OWN_LINE = re.compile(
    rf"(?:^|(?<=, )|(?<=[–|(] )|(?<=\t)|(?i:(?<=[ ]au )))"
    rf"(?P<address>(?i:lieu-dit|lieudit|hameau|cité|coron|résidence|rés\.|lotissement|"
    rf"ferme|villa|clos|le clos|mas|moulin|chalet|village|habitation)[ ]"
    rf"[^\n;:()@]{{2,60}}?[ ]*(?:,|[ ][-–])[ ]*{TOWN})",
    re.M,
)
# « …, Le Cosquer, 29560 Telgruc »: a hamlet inside a line, right after a name.
INLINE_HAMLET = re.compile(
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
HAMLET_OF = re.compile(
    rf"(?i:différend|violences|tapage|requis|domicil\w+|demeur\w+|habit\w+|résid\w+)[^\n.;]{{0,60}}?"
    rf"(?<!\w)(?i:lieu-?dit|hameau|village)[ ](?P<address>[{UPPER}][\w'’-]+(?:[ ][\w'’-]+){{0,3}}"
    rf",[ ]commune[ ](?:de[ ]|d'|du[ ])[{UPPER}][\w'’-]+(?:[ ][{UPPER}][\w'’-]+){{0,2}})"
)
TOWN_ONLY = re.compile(rf"(?<![\w/.,-]){TOWN}")
