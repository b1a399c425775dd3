"""Names known by their form alone: NOM Prénom, Prénom NOM, P. NOM, Prénom Nom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.detect.birthdays import dated_names
from redactor.detect.found import Found
from redactor.detect.initials import initials
from redactor.detect.lexicon import Known
from redactor.detect.months import named_like_months
from redactor.detect.names import UPPER, Token
from redactor.detect.nicknames import nicknames
from redactor.detect.reader import NameReader
from redactor.detect.torn import torn
from redactor.detect.turns import signed_off, speakers
from redactor.detect.vetoes import Vetoes, is_speakable
from redactor.law.categories import Category

_COMMON = Known.WORD | Known.PLACE | Known.STOP
_COORDINATE = re.compile(
    rf"(?<![\w-])([{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?)[ ]et[ ](?:de[ ]|d'|à[ ])?$"
)
# « Haoua Kerven et Nadia Riou »: a whole name that no list knows, before one that is.
_WHOLE_BEFORE = re.compile(
    rf"(?:(?:^|[\n,;:(]|(?<!\w)(?:de|par|avec|à|pour|que|entre))[ ]|d')"
    rf"(?P<name>[{UPPER}][a-zà-ÿœ]{{2,15}}[ ][{UPPER}][a-zà-ÿœ]{{2,20}}(?:-[{UPPER}][a-zà-ÿœ]+)?)"
    r"[ ]et[ ]$"
)
# « Nadia Kerven et Élikia ont signé »: who comes after a name.
_COORDINATED = re.compile(
    rf"[ ](?:et|ou)[ ](?P<name>[{UPPER}][a-zà-ÿœ]{{2,15}}(?:-[{UPPER}][a-zà-ÿœ]+)?)"
    r"(?=[ ]*(?:$|[,.;:(\n])|[ ]+[a-zà-ÿœ])"
)
# « HAMEL ou HAMELIN ? »: another spelling of the same name
_OR_ELSE = re.compile(rf"[ ](?:ou|/)[ ](?P<name>[{UPPER}][\w'-]{{1,20}})(?![\w'-]|[ ][{UPPER}])")
# A line, or an entry of a list, that is NOM Prénom and no more, whatever else NOM means.
_ENTRY = re.compile(
    rf"^[ ]*(?:\d{{1,3}}[ ]?[.)°/-]?[ ]+|[-•*][ ]*)?(?P<last>[{UPPER}][{UPPER}'-]+"
    rf"(?:[ ][{UPPER}][{UPPER}'-]+){{0,2}})[ ]"
    rf"(?P<first>[{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?)(?=[ ]*(?:$|[,;(:|\t]|  ))",
    re.M,
)
# « AUGÉ (Camille) », « BILLON (Maëlys, Jeanne) » in lists of results and of decrees.
_BRACKETED = re.compile(
    rf"(?<![\w-])(?P<last>[{UPPER}][{UPPER}'-]+(?:[ ][{UPPER}][{UPPER}'-]+){{0,2}})[ ]"
    rf"\((?P<first>[{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?)"
    rf"(?P<more>(?:,?[ ][{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?){{0,4}})\)"
)
# « KERLANN (Prunelle), née le 30/06/2013 »: as decrees of naturalisation write
_BORN = re.compile(r",?[ ](?:n[ée]e?|NAT)(?!\w)")
# « Sallenave | Pierre »: the cells of a row whose header says nothing.
_CELLS = re.compile(
    rf"(?<=\t)(?P<last>[{UPPER}][\w'-]+(?:[ ][{UPPER}][\w'-]+)?)\t"
    rf"(?P<first>[{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?)(?=\t|\n|$)"
)
# « À : KERLANN, Solenn (DDT) ; RIOU, Nadia »: as directories of mail write
_ADDRESSED = re.compile(
    rf"(?:^[ >]*(?:De|À|A|Cc|Cci|From|To|Envoyé par|Organisateur)[ ]?:[ ]?|;[ ]|[\"'])"
    rf"(?P<last>[{UPPER}][{UPPER}'’-]+(?:[ ][{UPPER}][{UPPER}'’-]+){{0,2}}),[ ]"
    rf"(?P<first>[{UPPER}][a-zà-ÿœ]+(?:[- ][{UPPER}][a-zà-ÿœ]+)?)(?=[ ]*(?:$|[<(;\"'\[]))",
    re.M,
)
# 'Kerlann','Solenn': values side by side in code, whose columns nothing names.
_QUOTED_NAME = (
    rf"(?:(?:de|du|d['’]|le|la|van|von)[ ]?)?[{UPPER}][\w'-]+"
    rf"(?:[ ](?:(?:de|du|des|la|le|van|ben|el|da|dos|di)[ ]){{0,2}}[{UPPER}][\w'-]*){{0,3}}"
)
_QUOTED = re.compile(
    rf"(?<=[(,]['\"])(?P<one>{_QUOTED_NAME})(?P<q>['\"]),[ ]?"
    rf"(?P=q)(?P<two>{_QUOTED_NAME})(?=(?P=q)[ ]?[,)])"
)
# « A Albert, le 12.11.24 »: where a letter is written
_DATED = re.compile(r",[ ]le[ ]\d")
# « …\nLot n° 4 »: the heading of what follows a title
_NUMBERED = re.compile(r"[ ]n[°º]")
# A dash may touch the name that follows it: « Ana Riou -Léa Kerven »;
# or after a slash, where what follows fills a path's part: « /data/KERLANN_Maud/ »
_LEXICAL = re.compile(
    rf"(?:(?<![\w@.'/])(?<!\S-)|(?<=/)(?=[{UPPER}][\w'-]+[ ][\w'-]+[/.]))(?=[{UPPER}])"
)
# « les notes d'Alphonse »: a first name that is nothing else, inside a sentence.
_INSIDE = re.compile(
    r"(?<![\w-])(?:d'|(?:de|à|avec|pour|par|chez|que|qu'|et|ou|si|merci|sans|devant|contre|"
    r"comme|selon)[ ])"
    rf"(?P<name>[{UPPER}][a-zà-ÿœ]{{1,14}}(?:-[{UPPER}][a-zà-ÿœ]{{2,14}})?)"
    rf"(?![\w'/@-]|[ ]?[{UPPER}&]|[ ]\d|\.\w)"
)
# « vu avec sophie de la compta », « il est chez duval »: typed in haste, after a clue
_IN_SMALL = re.compile(
    r"(?<![\w'’@./-])(?:avec|chez|vue?|voir|m(?:on|a|es)|s(?:on|a|es)|demander|(?:r?app|par)eler|"
    r"prévenir|eu|dit à)[ ](?=(?P<name>[a-zà-ÿœ]{3,14}(?:-[a-zà-ÿœ]{2,12})?)(?![\w'’@/=(_-]|\.\w))"
)
# « Les Jardins de Colette »
_TITLED = re.compile(rf"(?<=[^.!?\n:] )[{UPPER}][a-zà-ÿœ][\w'-]*[ ](?:de[ ]|d')$")
# « justificatif pour d'Argouges »: after a preposition, an elided particle opens a name
_NOBLE = re.compile(
    r"(?<!\w)(?:pour|par|avec|chez|contre|selon)[ ]"
    rf"(?P<name>d['’][{UPPER}][a-zà-ÿœ]{{3,15}})(?![\w'-])"
)
# « Jade, Louna, du sexe féminin »: the first names of whoever is born, in an act
_NEWBORN = re.compile(
    rf"(?:^|(?<=[,:\n])[ ]?)(?P<names>[{UPPER}][\w-]{{2,15}}(?:,[ ][{UPPER}][\w-]{{2,15}}){{0,4}})"
    r",?[ ](?:du|de)[ ]sexe[ ](?:féminin|masculin)"
)
# « Ly Cheng-Yi », « Ya-Xiong Tchia »
_SYLLABLES = re.compile(rf"[{UPPER}][a-zà-ÿœ]{{1,4}}-[{UPPER}][a-zà-ÿœ]{{1,4}}")
# « DELPECH/JEAN LOUIS MARCEL »: as the land register writes owners
_OWNER = re.compile(
    rf"^[ ]*(?P<last>[{UPPER}][{UPPER}' -]+)/(?P<first>[{UPPER}][{UPPER}-]+)"
    rf"(?:[ ][{UPPER}][{UPPER}-]+){{0,3}}(?![\w/])",
    re.M,
)
# « …;Voirie;KERLANN.V »: an account that fills a cell
_ACCOUNT_CELL = re.compile(
    rf"(?<=[;,\t|\"])(?P<name>(?P<last>[{UPPER}][{UPPER}-]{{2,20}})\.[{UPPER}]{{1,2}})(?=[;,\t|\"\n]|$)"
)


class Forms:
    """Finds names that nothing announces but their own look."""

    def __init__(self, reader: NameReader, vetoes: Vetoes, civility: re.Pattern[str]) -> None:
        self.reader = reader
        self.vetoes = vetoes
        self.civility = civility

    def find(self, text: str) -> Iterator[Found]:
        """Names of every form."""
        yield from self._entries(text)
        yield from initials(text, self.reader.lexicon, self.civility)
        yield from self._lone(text)
        yield from nicknames(text, self.reader.lexicon, self.vetoes)
        yield from self._quoted(text)
        yield from self._born(text)
        yield from dated_names(text, self.reader.lexicon)
        yield from named_like_months(text, self.reader.lexicon)
        yield from torn(text, self.reader.lexicon)
        yield from speakers(text, self.reader.lexicon)
        yield from signed_off(text, self.reader.lexicon)
        yield from self._accounts(text)
        yield from self._written_out(text.replace("_", " "))  # CV_Katia_Mouhoubi.pdf

    def coordinated(self, text: str, found: Iterable[Found]) -> Iterator[Found]:
        """« de Paulo et de Fernanda Teixeira »: a first name that shares a name's sentence."""
        for item in found:
            match = _COORDINATE.search(text, max(item.start - 40, 0), item.start)
            if match:
                known = self.reader.lexicon.of(match[1])
                if Known.FIRST in known and not known & (Known.WORD | Known.PLACE | Known.STOP):
                    yield replace(
                        item, start=match.start(1), end=match.end(1), detector="rule:and",
                        why="prénom, joint par « et » à un autre nom", confidence=0.85,
                    )  # fmt: skip

            whole = _WHOLE_BEFORE.search(text, max(item.start - 50, 0), item.start)
            if whole and " " in text[item.start : item.end]:
                words = whole["name"].split()
                plain = [w for w in words if self.reader.lexicon.of(w) & _COMMON]
                thing = self.vetoes.names_thing(text, *whole.span("name"))
                if not plain and not thing and all(map(is_speakable, words)):
                    yield replace(
                        item, start=whole.start("name"), end=whole.end("name"), detector="rule:and",
                        why="joint par « et » à un autre nom", confidence=0.75,
                    )  # fmt: skip
            other = _OR_ELSE.match(text, item.end)
            if other and _is_variant(text[item.start : item.end], other["name"]):
                yield replace(
                    item, start=other.start("name"), end=other.end("name"), detector="rule:or",
                    why="variante d’un nom, après « ou »", confidence=0.7,
                )  # fmt: skip
            after = _COORDINATED.match(text, item.end)
            if after:
                known = self.reader.lexicon.of(after["name"])
                common = known & (Known.WORD | Known.PLACE | Known.STOP)
                if not (
                    common or self.vetoes.names_thing(text, *after.span("name"))
                ) and is_speakable(after["name"]):
                    yield replace(
                        item, start=after.start("name"), end=after.end("name"), detector="rule:and",
                        why="joint par « et » à un nom", confidence=0.7,
                    )  # fmt: skip

    def _entries(self, text: str) -> Iterator[Found]:
        for pattern in (_ENTRY, _ADDRESSED, _BRACKETED, _CELLS):
            for match in pattern.finditer(text):
                first = self.reader.lexicon.of(match["first"])
                born = pattern is _BRACKETED and _BORN.match(text, match.end())
                sure = (Known.FIRST in first or born) and Known.STOP not in first
                sure = sure and (pattern is _BRACKETED or Known.PLACE not in first)
                if pattern is _CELLS:
                    last = self.reader.lexicon.of(match["last"].split(" ")[0])
                    sure = sure and not last & Known.STOP and Known.WORD not in last
                if pattern is _ENTRY:
                    sure = sure and Known.WORD not in first
                acronym = len(match["last"]) < 4 and not (
                    self.reader.lexicon.of(match["last"]) & Known.NAME
                )
                letters = pattern is _BRACKETED and Known.STOP in self.reader.lexicon.of(
                    match["last"]
                )
                if (
                    not sure
                    or acronym
                    or letters
                    or self.vetoes.names_thing(text, *match.span("last"))
                ):
                    continue
                if pattern in (_ENTRY, _ADDRESSED):
                    spans = [(match.start("last"), match.end("first"))]
                else:
                    more = match.end("more") if pattern is _BRACKETED else match.end("first")
                    spans = [match.span("last"), (match.start("first"), more)]
                for start, end in spans:
                    yield Found(
                        start, end, Category.PERSON, "rule:entry",
                        "entrée d’une liste : NOM et prénom connu", 0.9,
                    )  # fmt: skip

    @staticmethod
    def _born(text: str) -> Iterator[Found]:
        for match in _NEWBORN.finditer(text) if " sexe " in text else ():
            yield Found(
                *match.span("names"), Category.PERSON, "rule:newborn",
                "prénoms d’un acte de naissance", 0.85,
            )  # fmt: skip

    def _quoted(self, text: str) -> Iterator[Found]:
        common = Known.WORD | Known.PLACE | Known.STOP
        for match in _QUOTED.finditer(text):
            one, two = self.reader.lexicon.of(match["one"]), self.reader.lexicon.of(match["two"])
            for first, last in ((one, two), (two, one)):
                town = Known.PLACE in last and Known.LAST not in last
                if Known.FIRST in first and not (first & common or town or Known.STOP in last):
                    for group in ("one", "two"):
                        yield Found(
                            *match.span(group), Category.PERSON, "rule:quoted",
                            "prénom connu et nom, côte à côte dans du code", 0.8,
                        )  # fmt: skip
                    break

    def _accounts(self, text: str) -> Iterator[Found]:
        for match in _OWNER.finditer(text) if "/" in text else ():
            if Known.FIRST in self.reader.lexicon.of(match["first"]):
                yield Found(
                    match.start("last"), match.end(), Category.PERSON, "rule:owner",
                    "NOM et prénom connu, de part et d’autre d’une barre", 0.85,
                )  # fmt: skip
        for match in _ACCOUNT_CELL.finditer(text):
            known = self.reader.lexicon.of(match["last"])
            if Known.STOP not in known and (known & Known.NAME or is_speakable(match["last"])):
                yield Found(
                    *match.span("name"), Category.PERSON, "rule:login",
                    "nom et initiale d’un compte, dans une cellule", 0.8,
                )  # fmt: skip

    def _lone(self, text: str) -> Iterator[Found]:
        for match in _NOBLE.finditer(text) if " d'" in text or " d’" in text else ():
            if not self.reader.lexicon.of(match["name"][2:]) & (Known.WORD | Known.STOP):
                yield Found(
                    *match.span("name"), Category.PERSON, "rule:noble",
                    "particule et nom, après une préposition", 0.7,
                )  # fmt: skip
        for match in _IN_SMALL.finditer(text):
            known = self.reader.lexicon.of(match["name"])
            given = Known.FIRST in known or len(match["name"]) > 4
            if given and known & Known.NAME and not known & _COMMON:
                yield Found(
                    *match.span("name"), Category.PERSON, "rule:clue-small",
                    "nom connu, en minuscules, après un mot qui annonce quelqu’un", 0.7,
                )  # fmt: skip
        for match in _INSIDE.finditer(text):
            only = self.reader.lexicon.of(match["name"]) == Known.FIRST
            titled = _TITLED.search(text, max(match.start() - 24, 0), match.start("name"))
            if only and not titled and not self.vetoes.names_thing(text, *match.span("name")):
                yield Found(
                    *match.span("name"), Category.PERSON, "rule:first",
                    "prénom qui n’est rien d’autre", 0.7,
                )  # fmt: skip

    def _written_out(self, text: str) -> Iterator[Found]:
        position = 0
        for match in _LEXICAL.finditer(text):
            if match.start() < position or self.civility.match(text, match.start()):
                continue
            name = self.reader.read(text, match.start(), len(text))
            if name is None:
                continue
            tokens = list(name.tokens)
            while len(tokens) > 1:
                verdict = None if _runs_on(text, tokens) else self._form(tokens)
                if tokens[0].text == "A" and _DATED.match(text, tokens[-1].end):
                    verdict = None
                if verdict and not self.vetoes.names_thing(text, tokens[0].start, tokens[-1].end):
                    why, confidence = verdict
                    end = tokens[-1].end
                    if "\n" in text[tokens[0].start : end] and _NUMBERED.match(text, end):
                        break
                    yield Found(tokens[0].start, end, Category.PERSON, "rule:form", why, confidence)
                    position = end
                    break
                tokens.pop(0)

    @staticmethod
    def _form(tokens: list[Token]) -> tuple[str, float] | None:
        if tokens[0].kind == "particle" and not tokens[0].text[0].isupper():
            return None
        parts = [t for t in tokens if t.kind != "particle"]
        if len(parts) < 2 or len(parts) > 6 or any(Known.STOP in t.known for t in parts):
            return None
        kinds = [t.kind for t in parts]
        words = [t for t in parts if t.kind != "initial"]
        firsts = [t for t in words if t.is_first]
        sure = [t for t in firsts if not t.known & (Known.WORD | Known.PLACE)]
        if (
            kinds == ["capitalised", "capitalised"]
            and parts[0] in sure
            and not firsts[1:]
            and parts[1].known & (Known.WORD | Known.PLACE)
            and len(tokens) == 2
        ):
            return ("prénom connu et mot écrit comme un nom", 0.7)
        if any(
            Known.WORD in t.known and not t.known & Known.NAME and t.kind == "capitalised"
            for t in words
        ):
            return None
        capitals, mixed = kinds.count("capitals"), kinds.count("capitalised")
        if capitals and mixed:
            named = [t for t in parts if t.kind == "capitalised" and t.is_first]
            surname = [t for t in parts if t.kind == "capitals"]
            if all(_is_acronym(t) for t in surname):
                return None  # « MDM Mercure »
            if named and not all(len(t.text) < 3 for t in surname):
                common = all(t.known & Known.WORD for t in named + surname)
                return ("NOM en capitales et prénom connu", 0.75 if common else 0.96)
            if any(t.known & Known.LAST and Known.WORD not in t.known for t in surname) and not any(
                t.known & (Known.WORD | Known.PLACE) for t in parts if t.kind == "capitalised"
            ):
                return ("NOM connu en capitales", 0.9)
            return None
        if kinds[0] == "initial" and len(words) >= 1:
            first = words[0]
            if parts[0].text.count(".") > 3:
                return None  # « S.I.R.P. Kerlann »
            if tokens[1].kind == "particle" and not parts[0].text.endswith("."):
                return None  # « la protéine N du virus »
            if Known.WORD in first.known and Known.LAST not in first.known:
                return None
            noble = tokens[1].kind == "particle" and Known.WORD not in first.known
            common = bool(first.known & (Known.PLACE | Known.WORD))
            if (
                common and not first.known & Known.NAME and not noble
            ):  # « Ph. de Montbron », but not « A. Bretagne »
                return None
            return ("initiale et nom", 0.88)
        in_order = parts[0].is_first or (parts[-1].is_first and Known.LAST in parts[0].known)
        if sure and len(words) > 1 and in_order:
            others = [t for t in words if t not in sure[:1]]
            if any(
                not t.known & (Known.WORD | Known.PLACE) or t.known & Known.NAME for t in others
            ):
                return ("prénom connu et nom", 0.85)
        if len(parts) == 2 and any(
            Known.LAST in one.known and _SYLLABLES.fullmatch(two.text) and not two.known
            for one, two in (parts, parts[::-1])
        ):
            return ("nom connu et prénom de deux syllabes", 0.75)
        surnamed = firsts and any(t.known & Known.LAST for t in words if t is not firsts[0])
        if surnamed and parts[0].is_first and not all(Known.PLACE in t.known for t in parts):
            return ("prénom et nom connus", 0.8)
        return None


def _is_variant(name: str, other: str) -> bool:
    """« Roth » and « Rott », « HAMEL » and « HAMELIN »."""
    alike = name[:2] == other[:2] and abs(len(name) - len(other)) < 3
    return alike and name != other and name.isupper() == other.isupper()


def _runs_on(text: str, tokens: list[Token]) -> bool:
    """« KERLANN FIBRE | Solenn RIOU »: a line in capitals above a whole name."""
    return any(
        "\n" in text[before.end : first.start]
        and first.kind == "capitalised"
        and first.is_first
        and last.kind == "capitals"
        and all(t.kind == "capitals" for t in tokens[: place + 1])
        for place, (before, first, last) in enumerate(
            zip(tokens, tokens[1:], tokens[2:], strict=False)
        )
    )


def _is_acronym(token: Token) -> bool:
    return len(token.text) < 5 and not token.known & Known.NAME and not is_speakable(token.text)
