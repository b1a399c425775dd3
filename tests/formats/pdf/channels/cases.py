"""One file for each place where a PDF can hold a name, an ordinary text beside it."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.text.flow import Channel
from tests.formats.pdf.build import helvetica, line, page, save

NAME = "Zephirine"
BESIDE = "Texte ordinaire"
Build = Callable[[pikepdf.Pdf], object]
Alter = Callable[[Path], object]
CASES: dict[str, tuple[Channel, Build | None, Alter | None]] = {}


def case(channel: Channel) -> Callable[[Build], Build]:
    """A file built from objects."""

    def keep(build: Build) -> Build:
        CASES[build.__name__] = (channel, build, None)
        return build

    return keep


def altered(channel: Channel) -> Callable[[Alter], Alter]:
    """A saved file of one ordinary page, changed in its bytes."""

    def keep(alter: Alter) -> Alter:
        CASES[alter.__name__] = (channel, None, alter)
        return alter

    return keep


def made(name: str, path: Path) -> Path:
    """The file of that case."""
    _, build, alter = CASES[name]
    save(path, build or plain)
    if alter is not None:
        alter(path)
    return path


def plain(pdf: pikepdf.Pdf, extra: bytes = b"", **resources: object) -> pikepdf.Page:
    return page(pdf, line(f"{BESIDE}.") + extra, **resources)


def annotate(pdf: pikepdf.Pdf, subtype: str, **keys: object) -> Dictionary:
    made = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=[300, 300, 420, 330], F=4)
    )
    for key, value in keys.items():
        made["/" + key] = value
    pdf.pages[0].obj.Annots = Array([made])
    return made


def field(pdf: pikepdf.Pdf, **keys: object) -> Dictionary:
    plain(pdf)
    made = annotate(pdf, "Widget", FT=Name.Tx, T=String("champ"), DA=String("/Helv 9 Tf 0 g"))
    for key, value in keys.items():
        made["/" + key] = value
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([made]), DR=Dictionary(Font=Dictionary(Helv=helvetica()))
    )
    return made


def name_tree(**entries: object) -> Dictionary:
    names: list[object] = []
    for key, value in entries.items():
        names += [String(key), value]
    return Dictionary(Names=Array(names))
