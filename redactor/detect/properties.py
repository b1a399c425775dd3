"""What a property, a style or a part's name can hold: a person, a program, or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.block import Block
from redactor.detect.crf import DETECTOR
from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.law.categories import Category
from redactor.text.flow import Channel, Flow

_FIELD = re.compile(r"[\w-]+(?=\W*$)")
#: Fields that a program fills with its own words (PDF 32000-1 § 14.3.3; ECMA-376 part 1 § 22.2).
_MACHINE = frozenset(
    "producer creatortool generator application appversion template theme style style-id styles "
    "list level font setting setting-value number-format schema transform image property "
    "created modified lastprinted moddate creationdate metadatadate documentid instanceid "
    "variable-name permission relationship master layout trapped pdfversion format".split()
)
#: Fields that name who wrote, changed, printed or signed.
_AUTHOR = frozenset(
    "author creator lastmodifiedby manager initial-creator printed-by user signature signer "
    "dc:creator operator contributor".split()
)
#: Elements of XMP in which people write; « li » is an item of any list (ISO 16684-1, 8).
_WRITTEN = _AUTHOR | frozenset(
    "li title subject description keywords caption headline credit source rights contact company "
    "authorsposition captionwriter webstatement".split()
)
#: What vouches for a name in a field for programs.
_KNOWN = ("propagation", "list:", "rule:civility")
#: Channels whose values are mostly a program's names for things.
_FOR_PROGRAMS = frozenset(
    {
        Channel.METADATA, Channel.STRUCTURE, Channel.LAYER, Channel.SCRIPT, Channel.FORM,
        Channel.LINK, Channel.BOOKMARK,
    }
)  # fmt: skip
_NOBODY = frozenset(
    "user utilisateur administrateur administrator admin windows anonymous anonyme inconnu unknown "
    "author auteur owner default root test scanner scan copieur bureau poste pc office client "
    "dell lenovo acer asus samsung fujitsu python-docx openoffice libreoffice writer calc impress "
    "mupdf ghostscript tex latex pdftex "
    "hp xerox canon ricoh epson konica kyocera lexmark brother toshiba apache poi docx4j".split()
)
_IDENTIFIER = re.compile(r"[^\W\d_]*[a-zà-ÿœ](?=[A-ZÀ-Þ])[^\W\d_]*|\w*\d\w*|[\w.]+\.\w{2,5}")
_MISREAD_L = re.compile(r"(?<=[a-zà-ÿœ])I(?=[a-zà-ÿœ])")
_CAMEL_NAME = re.compile(r"(?:Ma?c|De|Des|Du|Le|La|Van|O|D)['’]?[A-ZÀ-Þ][a-zà-ÿœ-]+")


def field_of(flow: Flow) -> str:
    """The name of a flow's property, small: ``lastmodifiedby``, or nothing."""
    match = _FIELD.search(flow.place)
    return match.group().lower() if match else ""


def is_machine(flow: Flow) -> bool:
    """Whether a program wrote this flow for programs. « Creator » of a PDF is its software."""
    if flow.channel not in (Channel.METADATA, Channel.STRUCTURE, Channel.LAYER, Channel.SCRIPT):
        return False
    field = field_of(flow)
    return field in _MACHINE or (field == "creator" and flow.id.startswith("meta."))


def is_author(flow: Flow) -> bool:
    """Whether this flow names who made or changed the document, or signed it."""
    return not is_machine(flow) and bool(flow.place) and field_of(flow) in _AUTHOR


def is_identifier(word: str) -> bool:
    """« QuoteChar », « Word2019 », « libreoffice.org »: a program's word; « McKenzie » is not."""
    read = _MISREAD_L.sub("l", word)  # « GuiIlaume », as OCR reads it
    return bool(_IDENTIFIER.fullmatch(read)) and not _CAMEL_NAME.fullmatch(read)


def _is_program_word(flow: Flow, item: Found, text: str) -> bool:
    """« fullpage », « mailto », « fitz-L0 »: one word that the model alone took for a person."""
    if flow.channel not in _FOR_PROGRAMS or is_author(flow):
        return False
    # A program's own vocabulary: XMP that Photoshop and InDesign write, named destinations.
    if flow.place.startswith("XMP ") and field_of(flow) not in _WRITTEN:
        return not item.detector.startswith(_KNOWN)
    if " " in text:
        return False
    # A PDF's annotations bear a name (NM) that the program gave them: ISO 32000-1, 12.5.2.
    coined = text.islower() or is_identifier(flow.text) or field_of(flow) == "nm"
    coined = coined or flow.place.startswith("Dests")
    return item.detector.startswith("ner") and coined


#: Channels whose text stands on no page: identifiers, lists of numbers, addresses of links.
_NO_PAGE = frozenset(
    {
        Channel.METADATA, Channel.STRUCTURE, Channel.LAYER, Channel.SCRIPT, Channel.LINK,
        Channel.FILENAME,
    }
)  # fmt: skip


def admits(flow: Flow, item: Found, text: str) -> bool:
    """Whether a find of these words may stand in this flow: programs are not people, and what is
    read by its place in a page means nothing where there is none."""
    if item.detector == DETECTOR and flow.channel in _NO_PAGE:
        return False
    if item.category is not Category.PERSON:
        return True
    if _is_program_word(flow, item, text) or (is_author(flow) and text.lower() in _NOBODY):
        return False
    if not is_machine(flow):
        return True
    return not item.detector.startswith("ner") and item.confidence >= 0.85


def authors(block: Block, found: list[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The author fields in which nothing else saw a name: a login, a surname, initials."""
    for part in block.parts:
        if not is_author(part.flow):
            continue
        value = part.view.text.strip()
        if not 2 < len(value) <= 60 or not _may_be_person(value, lexicon):
            continue
        if any(f.start < part.end and part.start < f.end for f in found):
            continue
        start = part.start + part.view.text.index(value)
        yield Found(
            start, start + len(value), Category.PERSON, "rule:author",
            "propriété qui nomme l’auteur du fichier", 0.7,
        )  # fmt: skip


def _may_be_person(value: str, lexicon: Lexicon) -> bool:
    words = re.findall(r"[^\W_]+", value)
    if not any(map(str.isalpha, value)) or len(words) > 5:
        return False
    if len(words) > 1 and any(map(str.isdigit, value)):
        return False  # « Poste1 SIVOKER », « Ka 2 »
    if any(word.lower() in _NOBODY or Known.STOP in lexicon.of(word) for word in words):
        return False
    alone = len(words) == 1 and not lexicon.of(words[0]) & Known.NAME
    return not (alone and (value.isupper() or is_identifier(value)))
