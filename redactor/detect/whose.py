"""Whose an address is: a person's, or that of a service, a firm, a building site."""

from __future__ import annotations

import re

ADMINISTRATION = re.compile(
    r"(?<![^\W_])(?:mairie|préfecture|sous-préfecture|direction|ministère|tribunal|cour d|"
    r"service|bureau|hôtel de (?:ville|région|département)|"
    r"cité administrative|conseil (?:départemental|régional|municipal)|"
    r"département|région|métropole|"
    r"communauté(?! de vie)|agence|caisse|cpam|caf\b|msa\b|urssaf|"
    r"rectorat|université|école|collège|lycée|hôpital|centre|chu\b|clinique|ehpad|"
    r"commission|autorité|siège|société|(?-i:SARL|SAS|SASU|EURL|SCOP|SA)\b|"
    r"association|syndicat|cabinet|étude|office|chambre|"
    r"commissariat|gendarmerie|police|trésor(?:erie|[ ]public)|finances|dreal|ddtm?|"
    r"ars\b|dreets|pôle|france travail|pôle emploi|mission|délégation|institut|"
    r"bibliothèque|musée|la poste|bp[ ]?\d|cs[ ]?\d|"
    r"b\.p\.|(?<!le )(?<!du )courrier|guichet|accueil|greffe|standard|www|horaires|ouvert|chantier|"
    r"travaux|parcelle|établissement|entreprise|maison (?:des?(?! (?:retraite|campagne))|du)|"
    r"docteur|\bdr\b|"
    r"médecin|cardiologue|dentiste|avocat|notaire|maître|\bme\b|salle|gymnase|local|"
    r"locaux|adresse du (?:site|terrain|chantier|projet|local|bien)|"
    r"ccas|cias|circonscription|antenne|territoire|commune d(?!e naissance)|terrain|plaque|"
    r"apposée?)",
    re.I,
)
# « stationnés devant le n° 8 avenue … », « au droit du 12 rue … »: where something happens.
_SCENE = re.compile(
    r"(?:devant|face|au droit|à hauteur|à l'angle|au niveau|en bas|à proximité)"
    r"(?: l[ea]| d[ue]| au)?(?: n°| numéro)?[ ]?$|"
    # « immeuble sis 12 rue … », « du 2 au 44 rue … »: what is built, or closed, there
    r"(?<!\w)(?:sise?s?|situé?e?s?)(?: au)?[ ]$|(?<!\w)\d{1,4} (?:au|à|et) $",
    re.I,
)
# « un logement situé 9 rue … », « situé 9 rue …, appartenant à Mme Kerlann »: someone's too
_HOME_AT = re.compile(
    r"(?<!\w)(?:logement|appartement|pavillon|studio|domicile|maison d'habitation)"
    r"(?: [^\n.;:]{1,40}?)?,? (?:sis|situé)e?s?(?: au)?[ ]$",
    re.I,
)
_OWNED = re.compile(
    r"[^.;\n]{0,40}(?:appartenant|(?:propriété|vendue?s?|cédée?s?)[^.;\n]{0,30}?(?<!\w)"
    r"(?:de|à|par|au profit de))\s+(?:aux?\s+|à\s+|les\s+)?"
    r"(?:M\.|MM\.|Mme|Mlle|Monsieur|Madame|consorts|époux|héritiers)",
    re.I,
)
_PERSONAL = re.compile(
    r"(?<![^\W_])(?:demeur(?:ant|e)|domicili|résid(?:ant|e|er)|habit(?:ant|e|er)|adresse|logée?|hébergée?|chez|m\.|mme|"
    r"monsieur|madame|mlle|née?\b|destinataire|"
    r"propriétaire|locataire|époux|veuve)",
    re.I,
)


# « SARL Menuiserie Kerlann | Adresse : … »: a firm's field above that of its address. Who
# represents a family's SCI lives there.
FIRM_ABOVE = re.compile(
    r"(?<!\w)(?:SARL|SASU?|EURL|SCI(?![^\n]*représenté)|SCOP|SNC|"
    r"(?i:société|siret|raison sociale|dénomination))(?!\w)"
    r"[^\n]*\n[ ]*(?i:adresse)[^\n:]{0,20}:[ ]*$"
)
# A column of places where something is built or done.
_SITE = re.compile(
    r"(?:adresses?|situation|lieux?|localisation)[ ](?:du|des|de[ ]la|de[ ]l'|d')[ ]?"
    r"(?:terrains?|projet|chantier|travaux|bien|site|local|intervention|parcelle|accident|infraction|établissement|installation)",
    re.I,
)
#: Characters between a header and its rows.
_HEADER_REACH = 4000


# What the sentence before says is not of this address: « (le CCAS). Avant, ils étaient au ».
_SENTENCE = re.compile(
    r"(?s:.*)(?:(?<=[^\W\d_]{4})|(?<=[)»\d]))[.!?][ ]+(?=[^\W\d_][\w'’-]*,?[ ][^\W\d_])"
)
_BOX = re.compile(r"b\.?p", re.I)


def whose(text: str, start: int, address: str) -> str:
    """``service``, ``person`` or nothing, by what stands just before an address."""
    before = text[max(start - 110, 0) : start]
    if said := _SENTENCE.match(before):
        before = before[said.end() :]
    scene = _SCENE.search(before)
    if scene and (_HOME_AT.search(before) or _OWNED.match(text, start + len(address))):
        return "person"
    if scene or FIRM_ABOVE.search(before) or _in_site_column(text, start):
        return "service"
    lines = [line for line in before.split("\n")[-3:] if line.strip()]
    # « Kerlann Paul – cité U Lucien, ch. 3 »: what stands in its own line says enough
    row = before.rpartition("\n")[2]
    near = row if len(row.split()) > 1 else "\n".join(lines[-2:])
    personal = [m.end() for m in _PERSONAL.finditer(near)]
    public = [
        m.end() for m in ADMINISTRATION.finditer(near) if not (personal and _BOX.match(m.group()))
    ]
    if public and (not personal or public[-1] > personal[-1]):
        return "service"
    if not personal and re.search(r"\b(?:BP|CS|TSA|B\.P\.)[ ]?\d", address):
        return "service"
    return "person" if personal else ""


def _in_site_column(text: str, start: int) -> bool:
    """Whether the cell at `start` stands under « Adresse du terrain »."""
    row = text[text.rfind("\n", 0, start) + 1 : start]
    mark = "\t" if "\t" in row else "|"
    for header in _SITE.finditer(text, max(start - _HEADER_REACH, 0), start):
        line = text[text.rfind("\n", 0, header.start()) + 1 : header.start()]
        if mark in row and line.count(mark) == row.count(mark):
            return True
    return False


def is_of_service(before: str) -> bool:
    """Whether the words before an address, in its row, are those of a service or a company."""
    return bool(ADMINISTRATION.search(before)) and not _PERSONAL.search(before)
