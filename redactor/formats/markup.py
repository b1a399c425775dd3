"""An HTML page as blocks of text, attributes and comments, each with its places in the source.

The source is never rebuilt: edits are made in it, so that all else stays to the letter. It is
read as browsers read it, as far as text goes: nothing is refused, everything is text, a tag's
attribute, a comment or raw text.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.formats.slots import NAME_MARK
from redactor.formats.splice import Range
from redactor.text.flow import Channel, Flow, Kind

_TOKEN = re.compile(
    r"(?s)<!--(?P<comment>.*?)(?:-->|$)|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|$)|<[!?][^>]*>"
    r"|<(?P<end>/)?(?P<tag>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,1000}+)>"
)
_ATTRIBUTE = re.compile(
    r"""(?P<key>[^\s=/>"']+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]+))"""
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});?")
_SPACE = " \t\r\n\f"

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section "
    "select summary table tbody td tfoot th thead title tr ul details dialog".split()
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr bgsound".split()
)
#: Shown beside the text around them, or not at all: « Nom<img>Martin<img>Cheffe » is three words.
_APART = frozenset(
    "img input button label textarea object video audio canvas iframe svg text foreignobject "
    "template noscript noframes dialog meter progress marquee".split()
)
_RAW = frozenset({"script", "style"})
#: Attributes that are the language's own.
_VOCABULARY = frozenset(
    "class align valign width height border cellpadding cellspacing colspan rowspan bgcolor color "
    "size face lang xml:lang dir type rel media charset http-equiv tabindex nowrap hspace "
    "vspace shape coords frame rules scope start clear link vlink alink text noshade role "
    "bordercolor leftmargin topmargin marginwidth marginheight loading decoding crossorigin sizes "
    "xmlns method enctype disabled checked selected readonly".split()
)
#: A file that comes with the page, or a place in it: no words of an address.
_FILE = re.compile(r"(?i)#|cid:|data:[^,]*;base64,")
_FRAMES = frozenset({"_blank", "_self", "_parent", "_top"})
_LINKS = frozenset(
    "href src background cite action longdesc codebase data srcset poster usemap formaction "
    "originalsrc shash".split()
)
_HIDING = re.compile(
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])"
)
#: What sets any element apart from the text around it: two such spans are two lines.
_SETTING_APART = re.compile(
    r"(?i)(?<![\w-])(?:display\s*:\s*(?:inline-)?(?:block|flex|grid|table|list-item)"
    r"|float\s*:\s*(?:left|right)|position\s*:\s*(?:absolute|fixed))"
)


#: What a page says of its own kind: no word of anybody's.
_USUAL = re.compile(
    r"(?i)<!doctype\s+html(?:\s+public\s+\"-//(?:w3c|ietf)//[^<>]*)?\s*>|<\?xml\s[^<>]*>"
    r"|content-(?:type|language|style-type|script-type)|x-ua-compatible"
    r"|http://(?:www\.w3\.org|schemas\.microsoft\.com)/[\w./:-]*|urn:schemas-microsoft-com:\S*"
)
#: What a style says of a property; what is no declaration, whole.
_DECLARED = re.compile(r"(?:(?<![^;\"'=])\s*[\w-]+\s*:)?([^;]+)")


@dataclass(slots=True)
class _Opened:
    """An element whose end is yet to come."""

    tag: str
    hidden: bool
    apart: bool


@dataclass(slots=True)
class Found:
    """A text in the source, with the place of each of its characters."""

    channel: Channel
    what: str
    text: str = ""
    ranges: list[Range] = field(default_factory=list)
    heading: int = 0
    item: bool = False
    plain: bool = False
    """Not shown as text: an address, an identifier. A mark there has to be plain letters."""


def read(source: str, *, whole: bool = False) -> Iterator[Found]:
    """Every text of a page in order: what is shown, then what is not.

    `whole`: then the values that are the language's own too (classes, styles), one a line.
    """
    reader = _Reader(source)
    reader.run()
    yield from reader.shown
    yield from reader.aside
    if whole:
        yield from reader.language()


def flows(source: str, prefix: str, *, whole: bool = False) -> Iterator[tuple[Flow, Found]]:
    """The texts of a page as flows, under ids that begin with `prefix`."""
    counts: dict[str, int] = {}
    for found in read(source, whole=whole):
        count = counts[found.what] = counts.get(found.what, -1) + 1
        series = f"{found.what}-{count}".lstrip("-").replace(" ", "-")
        shown = Kind.HEADING if found.heading else Kind.ITEM if found.item else Kind.PARAGRAPH
        flow = Flow(
            id=f"{prefix}:html-{series}",
            text=found.text,
            channel=found.channel,
            kind=shown if found.channel is Channel.BODY else Kind.VALUE,
            level=found.heading,
            place=f"{prefix} · {found.what}".strip(" ·") or "html",
        )
        yield flow, found


def mark_in(mark: str, *, plain: bool) -> str:
    """`mark` as it stands in a page, in letters that every charset has; `plain`: in an address."""
    if plain:
        return NAME_MARK
    return "".join(c if c.isascii() and c not in "<>&\"'" else f"&#{ord(c)};" for c in mark)


#: Pictures that only tell their sender that the message was opened.
_PIXEL = re.compile(r"(?is)<img\b(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,1000}+>")


def pixels(source: str) -> list[Range]:
    """The places of tracking pixels: remote pictures of at most one point, or hidden."""
    found: list[Range] = []
    for tag in _PIXEL.finditer(source):
        said = {
            a["key"].lower(): html.unescape(a["double"] or a["single"] or a["bare"] or "")
            for a in _ATTRIBUTE.finditer(tag.group())
        }
        remote = said.get("src", "").strip().lower().startswith(("http:", "https:", "//"))
        style = said.get("style", "")
        tiny = all(said.get(side, "").removesuffix("px") in ("0", "1") for side in _SIDES)
        tiny |= re.search(r"(?i)(?<![\w-])width\s*:\s*[01]px", style) is not None
        if remote and (tiny or _HIDING.search(style)):
            found.append(tag.span())
    return found


_SIDES = ("width", "height")


def shown_pictures(source: str) -> Iterator[tuple[int, int, str]]:
    """The pictures of a page: the place of each tag, and its address."""
    for tag in _PIXEL.finditer(source):
        for said in _ATTRIBUTE.finditer(tag.group()):
            if said["key"].lower() == "src":
                address = html.unescape(said["double"] or said["single"] or said["bare"] or "")
                yield *tag.span(), address


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.shown: list[Found] = []
        self.aside: list[Found] = []
        self._language: list[Range] = []
        self._stack: list[_Opened] = []
        self._hidden = 0
        """How many elements of the stack are hidden."""
        self._around: list[_Opened] = []
        self._block = Found(Channel.BODY, "")
        self._said: list[str] = []
        """The characters of the block: added to a text one by one, each would copy it whole."""

    def run(self) -> None:
        at = 0
        source = self.source
        while at < len(source):
            found = _TOKEN.search(source, at)
            self._text(at, found.start() if found else len(source))
            if found is None:
                break
            at = found.end()
            if found["comment"] is not None:
                self._aside(Channel.HIDDEN, "comment", *found.span("comment"))
            elif found["cdata"] is not None:
                self._text(*found.span("cdata"))
            elif found["tag"] is not None:
                tag = found["tag"].lower()
                if found["end"]:
                    self._close(tag, at)
                else:
                    self._open(tag, *found.span("attributes"))
                    if tag in _RAW:
                        at = self._raw(tag, at)
            elif not _USUAL.fullmatch(found.group()):
                self._language.append(found.span())
        self._flush()

    def language(self) -> Iterator[Found]:
        """What is said in the language's own words, one value a line."""
        found = Found(Channel.STRUCTURE, "language", plain=True)
        for start, end in self._language:
            text, ranges = self._decoded(start, end)
            if any(c.isalpha() for c in text):
                found.text += f"{text}\n"
                found.ranges += [*ranges, (end, end)]
        if found.text:
            yield found

    def _open(self, tag: str, start: int, end: int) -> None:
        hidden, apart = False, tag in _APART
        for found in _ATTRIBUTE.finditer(self.source, start, end):
            which = next(w for w in ("double", "single", "bare") if found[w] is not None)
            key = found["key"].lower()
            if key == "style":
                hidden |= _HIDING.search(found[which]) is not None
                apart |= _SETTING_APART.search(found[which]) is not None
            self._attribute(tag, key, *found.span(which))
        if tag == "br":
            self._said.append("\n")
            self._block.ranges.append((end, end))
        if tag in _BLOCKS:
            self._flush()
        elif apart:
            self._part(end)
        if tag not in _VOID and not self.source[start:end].endswith("/"):
            self._stack.append(_Opened(tag, hidden, apart))
            self._hidden += hidden
            if len(self._stack) > 10_000:
                del self._stack[:5_000]
                self._hidden = sum(opened.hidden for opened in self._stack)
            if tag in _BLOCKS:
                self._begin()

    def _close(self, tag: str, at: int) -> None:
        if tag in _BLOCKS:
            self._flush()
        for depth in range(len(self._stack) - 1, max(len(self._stack) - 200, -1), -1):
            if self._stack[depth].tag == tag:
                gone = self._stack[depth:]
                if any(opened.tag in _BLOCKS for opened in gone):
                    self._flush()
                elif any(opened.apart for opened in gone):
                    self._part(at)
                del self._stack[depth:]
                self._hidden -= sum(opened.hidden for opened in gone)
                break
        if not self._said:
            self._begin()

    def _part(self, at: int) -> None:
        """Keep apart what stands on both sides of a tag: in the source no space need be there."""
        if self._said and self._said[-1] not in " \n":
            self._said.append(" ")
            self._block.ranges.append((at, at))

    def _begin(self) -> None:
        """A block begins here; what it is in is looked at once it has a text: most have none."""
        self._around = self._stack[-40:]
        self._block.channel = Channel.BODY

    def _flush(self) -> None:
        if self._said:
            block = self._block
            block.text = "".join(self._said)
            if block.text.strip():
                tags = [opened.tag for opened in self._around]
                block.heading = next((int(t[1]) for t in reversed(tags) if t in _HEADINGS), 0)
                block.item = "li" in tags[-3:]
                self.shown.append(block)
            self._block, self._said = Found(Channel.BODY, ""), []
        self._begin()

    def _text(self, start: int, end: int) -> None:
        if start >= end:
            return
        channel = Channel.HIDDEN if self._hidden else Channel.BODY
        if self._stack and self._stack[-1].tag == "title":
            channel = Channel.METADATA
        if self._said and channel != self._block.channel:
            self._flush()
        self._block.channel = channel
        said, places = self._said, self._block.ranges
        text, ranges = self._decoded(start, end)
        keeps = any(
            tag in ("pre", "textarea") for tag in (opened.tag for opened in self._stack[-20:])
        )
        for char, place in zip(text, ranges, strict=True):
            if not keeps and char in _SPACE:
                if not said or said[-1] in " \n":
                    if said and said[-1] == " ":
                        places[-1] = _joined(places[-1], place)
                    continue
                char = " "
            said.append(char)
            places.append(place)

    def _decoded(self, start: int, end: int) -> tuple[str, list[Range]]:
        text: list[str] = []
        ranges: list[Range] = []
        at = start
        while at < end:
            found = _REFERENCE.search(self.source, at, end)
            until = found.start() if found else end
            text += self.source[at:until]
            ranges += [(i, i + 1) for i in range(at, until)]
            if found is None:
                break
            said = html.unescape(found.group())
            for number, char in enumerate(said):
                text.append(char)
                # A reference that stands for two characters goes whole with the first.
                place = found.span() if number == 0 else (found.end(), found.end())
                ranges.append(place)
            at = found.end()
        return "".join(text), ranges

    def _attribute(self, tag: str, key: str, start: int, end: int) -> None:
        value = self.source[start:end]
        if not value.strip():
            return
        if key.startswith("on"):
            self._aside(Channel.SCRIPT, f"{tag} {key}", start, end)
        elif key in _VOCABULARY or key.startswith("xmlns:"):
            if not _USUAL.fullmatch(value):
                self._language.append((start, end))
        elif key == "style":
            if "url(" in value.lower():
                self._aside(Channel.LINK, f"{tag} style", start, end, plain=True)
            else:
                self._language += [
                    found.span(1) for found in _DECLARED.finditer(self.source, start, end)
                ]
        elif key in _LINKS:
            if not _FILE.match(value):
                self._aside(Channel.LINK, f"{tag} {key}", start, end, plain=True)
        elif key in ("id", "name", "for", "headers", "target"):
            if value.lower() not in _FRAMES:
                self._aside(Channel.BOOKMARK, f"{tag} {key}", start, end, plain=True)
        else:
            self._aside(Channel.STRUCTURE, f"{tag} {key}", start, end)

    def _raw(self, tag: str, at: int) -> int:
        """The content of a script or a style, up to its end."""
        found = re.compile(rf"(?i)</{tag}\b").search(self.source, at)
        end = found.start() if found else len(self.source)
        said = self.source[at:end]
        if tag == "script" or re.search(r"url\(|@import|/\*|//", said):
            channel = Channel.SCRIPT if tag == "script" else Channel.HIDDEN
            self._aside(channel, tag, at, end, plain=True)
        else:
            self._language.append((at, end))
        return end

    def _aside(
        self, channel: Channel, what: str, start: int, end: int, plain: bool = False
    ) -> None:
        if not any(c.isalnum() for c in self.source[start:end]):
            return
        if what in ("comment", "script", "style"):
            text = self.source[start:end]
            ranges = [(i, i + 1) for i in range(start, end)]
        else:
            text, ranges = self._decoded(start, end)
        self.aside.append(Found(channel, what, text, ranges, plain=plain))


def _joined(one: Range, two: Range) -> Range:
    return (one[0], two[1]) if one[1] == two[0] else one
