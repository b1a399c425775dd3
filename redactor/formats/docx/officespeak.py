"""Names that programs give to styles and objects: « Table Caption », « Zone de texte 2 ».

They name nobody, and a file has a hundred of them. Read as text, the 45 styles of one sample gave
42 false persons. A name is left out only where every word of it is one of these.
"""

import re

_WORDS = frozenset(
    # Of Word, LibreOffice and pandoc, in English and French
    "a abstract accent address adresse affiliation alert alinea alinéa anchor and annexe "
    "annotation appel apple arrow attribute auteur author authors auto autoshape balloon bas base "
    "bibliographie bibliography bloc block body bold book border bordure box built bullet bullets "
    "by canvas caption captioned car car1 caractere caractère caractères cell cellule center "
    "centre centré chapitre chapter char chart citation clair classique closing code color "
    "colorful column columns comment commentaire commentaires compact connecteur connector "
    "constant content contents contenu contour control converted corps corps1 courant dark data "
    "date de dec decimal default definition delimiter des description details diagram diagramme "
    "document documentation drawing droit du défaut element ellipse em emphase emphasis en flow "
    "spacing tête "
    "endnote endnotes entete entry entête envelope equation error espace et even example "
    "exemple explicit extension figure fin first float flèche followed foncé footer footnote "
    "footnotes form format forme formula formule frame free freeform function graphic graphics "
    "graphique grid grille group groupe head header heading headline hidden highlight hn "
    "horizontal hx hyperlink hypertexte id image import important in indent index info "
    "information ink intense inter interligne internet introduction italic item justifié justify "
    "keep key keyword la label le left legende letter level lien liens light ligne line lines "
    "link list liste listes logo légende macro main marge margin mark marker marque marron medium "
    "mention message meta moyen moyenne msg mso multi name next niveau no non none norm normal "
    "note notes num number number1 numbered numbering numero numéro object objet odd of ole "
    "operator other outline oval page par paragraph paragraphe part partie picture pied place "
    "placeholder plain plan pointage prefix preformatted première preprocessor professionnel "
    "préformaté puce puces quotation quote rectangle reference region retrait revision right "
    "rubrique référence réservé s salutation sans schedule section separateur separator series "
    "shading shape shape1 short signature simple small smartart source sous space special "
    "standard straight strike string strong sub subject subtitle suite summary symbol symbole "
    "symbols table table1 tableau tables tabulation term terme test text text1 textbox texte the "
    "theme thème title title1 titles titre toc tok trame type typewriter un unresolved user "
    "utilisateur val value var variable verbatim verse version vertical visited warning web "
    "western width with word wordart xref zone".split()
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_A-ZÀ-Þ])*")
#: What Word calls a block of text that has no name.
_IDENTIFIER = re.compile(r"[0-9A-F]{32}\d?")

_CONTROL = (
    r"(CheckBox|ComboBox|CommandButton|DefaultOcxName|Image|Label|ListBox|OptionButton|ScrollBar"
    r"|SpinButton|TextBox|ToggleButton)\d*"
)
#: Whole values that Office writes by itself, by a word for what they are.
PHRASES = {
    "theme": re.compile(r"(Office|Thème|Theme)( \d*(Office|Theme))?( \d+)?", re.IGNORECASE),
    "numbering": re.compile(r"(%\d:\d+:\d+:\W*)*"),
    "frame": re.compile(r"_(blank|self|parent|top)", re.IGNORECASE),
    "shape": re.compile(rf"PowerPlusWaterMarkObject\d*|{_CONTROL}"),
    "link": re.compile(r"ppaction://(hl[a-z]+|macro|media|noaction|ole|program)"),
    "control": re.compile(_CONTROL),
    "gallery": re.compile(
        r"Table of Contents|Cover Pages|Watermarks|Bibliographies|Page Numbers( \([\w ]+\))?"
        r"|Quick Parts|(Built-In|Intégré)|G[eé]n[eé]ral|placeholder"
        r"|(Custom )?AutoText"
    ),
    "smart-tag": re.compile(
        r"urn:schemas(-microsoft-com:office:smarttags|:contacts)|PersonName|[Pp]lace(Name|Type)?|City|State"
        r"|country-region|metricconverter|date|time|[Aa]ddress|Street|PostalCode|stockticker"
        r"|phone|ProductID|Year|Month|Day|Hour|Minute|ls|trans"
    ),
    "protected-range": re.compile(r"(Range|Plage)[\d_]*"),
    "sheet-reference": re.compile(r"(Feuil|Feuille|Sheet|Table|Tableau)\d*"),
    "cell-style": re.compile(
        r"(Table|Pivot|Slicer|Timeline)Style(Light|Medium|Dark)\d+|(\d+ ?% - )?Accent\d( \d+)*"
        r"|Normal( \d+)*|(Comma|Currency|Milliers|Monétaire)( \[0\])?( \d+)*|Percent|Pourcentage"
        r"|Good|Bad|Neutral|Satisfaisant|Insatisfaisant|Neutre|Input|Output|Entrée|Sortie"
        r"|Calcul(ation)?|Check Cell|Vérification|Linked Cell|Cellule liée|Warning Text"
        r"|Avertissement|Explanatory Text|Texte explicatif|Note|Commentaire|Total"
        r"|(Title|Titre|Heading)( \d)?|(Followed )?Hyperlink|Lien hypertexte( visité)?"
    ),
    "query": re.compile(r"(ExternalData|DonnéesExternes|Query)_?\d*|\d+"),
    "caption": re.compile(
        r"Valu?es|Valeurs|Data|Données|(Row|Column) Labels|[ÉE]tiquettes de (lignes|colonnes)"
        r"|Grand Total|Total général"
    ),
}


def is_office_speak(name: str) -> bool:
    """Whether a name is made of such words alone: ``CaptionedFigure``, ``Titre 1 Car``."""
    if _IDENTIFIER.fullmatch(name):
        return True
    capitals = re.findall(r"[A-ZÀ-Þ]{2,}(?![a-z])", name)
    words = _WORD.findall(re.sub(r"[A-ZÀ-Þ]{2,}(?![a-z])", " ", name)) + capitals
    return all(word.casefold() in _WORDS or len(word) == 1 for word in words)


def is_phrase(value: str) -> bool:
    """Whether a whole value is one that Office writes by itself somewhere."""
    return any(pattern.fullmatch(value) for pattern in PHRASES.values())
