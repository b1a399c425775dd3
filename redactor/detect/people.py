"""From what rules and model found of people to clean mentions: trimmed, split, vetoed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.detect.code import is_month, is_of_machine, is_of_program
from redactor.detect.crf import DETECTOR
from redactor.detect.forms import Forms
from redactor.detect.found import Found
from redactor.detect.languages import is_foreign, is_foreign_word
from redactor.detect.lexicon import Known
from redactor.detect.names import FUNCTION_WORDS, PARTICLES, UPPER
from redactor.detect.reader import NameReader
from redactor.detect.rows import rows
from redactor.detect.siblings import siblings
from redactor.detect.trimming import Trimmer
from redactor.detect.vetoes import Vetoes
from redactor.detect.wholes import wholes

_SPLIT = re.compile(
    r"\t| ?\| ?|;|,|\n[ ]*\n|[()<>«»\"“”•]|:|"
    # « Ana Riou - Léa Kerven », « Ana Riou- Léa Kerven », but not « Kerlann-le- Pont »
    r" [-–]\s|(?<!-l[ea])(?<!-les)(?<!-de)[-–] |[ ][-–](?=\w)|"
    r"\s+(?:et|ou|chez|pour|par|à|au|a)\s+"
    # « S12 Lamberthod », « 02 SAINT-OMER »: a code before a name
    r"|(?<!\w)[A-Z]{0,3}\d{1,4}[ ]+(?=[^\W\d])"
)
# Titles that street names bear: « rue du Docteur Roux ».
_HONOUR = re.compile(
    r"(?:docteur|dr\.?|professeur|pr\.?|abbé|monseigneur|mgr|sœur|frère)[ ]$", re.I
)
#: Rules that read small letters, and read them well.
_SMALL_RULES = ("rule:login", "rule:nickname", "-small")
#: Rules without a cue beside the name.
_UNCUED = frozenset({"rule:form", "rule:subject", "rule:case"})
_SMALL_BEFORE = re.compile(r"(?<![\w'-])(?P<word>[a-zà-ÿœ]{2,12})[ ]$")
_SMALL_AFTER = re.compile(r"[ ](?P<word>[a-zà-ÿœ]{2,12})(?![\w'@.-])")
#: Rules after whose cue letters may stand for a function or a service.
_LETTERS_AFTER = frozenset({"attendance", "field-person", "case", "jury", "follow-up"})
_LONE = re.compile(rf"[{UPPER}][a-zà-ÿœ]{{3,14}}")
_CAPITALS = re.compile(rf"[{UPPER}]{{4,15}}")
# A word that a name follows, not one that a thing's name follows.
_IN_SENTENCE = re.compile(
    r"(?:^|[^\w'-])(?:avec|chez|que|qu'|de|d'|à|pour|et|info|si|par|selon|dit|sans|comme|vu|"
    r"connu|appelée?|surnommée?|dite?|alias|devant|contre|remplace|prévenue?|informée?|croisée?|"
    r"contactée?|rencontrée?)[ ]?[«\"]?[ ]?$"
)
# « une dame, Véro, qui »: what a person is, then who.
_APPOSED = re.compile(
    r"(?:dame|monsieur|homme|femme|collègue|amie?|voisine?|fille?|fils|enfant|agente?|stagiaire|"
    r"élève|jeune|personne)[ ]?,[ ]$"
)
# « élève Bapaume », « parents WEILL », « une dame Cazalis »: what a person is, then who.
_NOUN = re.compile(
    r"(?<![\w'-])(?:élève|patiente?|locataire|allocataire|assurée?|résidente?|stagiaire|parents?|"
    r"enfants?|famille|dame|sieur|victime|témoin|conduct(?:eur|rice)|bénéficiaire|candidate?|"
    r"plaignante?|détenue?|monsieur|certaine?|nommée?|dénommée?|ledit|ladite|agente?|délégué[e]?)"
    r"[ ]{1,2}[«\"“]?[ ]?$",
    re.I,
)
# « Pailhès m'a traité », « Estève ne me parle plus »: what only people do.
_ACTS = re.compile(
    r"[ ](?:m'|t'|(?:me|te|ne me|ne m'|lui|nous|vous)[ ]?)(?:a|avait|dit|parle|répond|traite|"
    r"insulte|menace|appelle|rappelle|demande|propose)(?!\w)"
)
# What parts the names of a list, or the cells of a row.
_BETWEEN = r"[ ]*(?:[,;/|\t]|[–-](?=[ ])|(?<=[ ])et(?=[ ]))[ ]*"
_BETWEEN_BEFORE = re.compile(rf"{_BETWEEN}$")
_BETWEEN_AFTER = re.compile(_BETWEEN)
_LISTED = re.compile(rf"[{UPPER}][\w'-]{{2,}}")
_CAPITAL_NEXT = re.compile(rf"[ ][{UPPER}]|[-/@_]\w|\.\w")
# « M. Durand » is no initial: a title is left to the rules of civility, unless names with
# initials stand before it in a list.
_INITIALS_BEFORE = re.compile(
    rf"(?<![\w.'-])(?!MM?\.|(?:M[er]|D[rR]|P[rR]|Av|Bd|Pl|St|Ex|No|Le|Tel)\.)"
    rf"(?:[{UPPER}]-)?[{UPPER}][a-z]?\.?(?:[ -]?[{UPPER}][a-z]?\.)*[ ]?$"
)
# « De : p KERLANN »
_SENDER = re.compile(r"^[ >]*(?:De|From|À|To|Cc|Expéditeur)[ ]?:[ ](?P<initial>[a-z]\.?)[ ]$", re.M)
# « | de KERLANN Aude |», « d'Ussel demande »: a particle that opens a line, a cell or a dash's item
_PARTICLE_LEADS = re.compile(r"(?:^|[\n\t;|])[ ]?(?P<lead>de[ ]|d')$")
# « KERLANN Aymeric de, »: as directories turn a noble's name
_PARTICLE_TURNED = re.compile(r"[ ](?:de(?: la)?|d[ue]s?|d'|von|van)(?=[ ]?(?:[,;<|\t\n]|$))")
_DOTTED = re.compile(r"\.[ ]?$")
_LISTED_INITIAL = re.compile(
    rf"(?<![\w.])[{UPPER}]\. [{UPPER}][\w'-]+(?:,| et|,? \([^)]*\),) (?P<initial>M\.) $"
)
_INITIALS_AFTER = re.compile(
    rf"[ ](?:[{UPPER}](?:-[{UPPER}]|[a-z])?\.(?:[ -]?[{UPPER}]\.)?|[{UPPER}]-[{UPPER}](?!\w))"
    r"(?=[ ]*(?:$|[\n,;)\t–|-])|[ ]+[a-zà-ÿœ(]|[ ]{2})"
)
# « FDSEA (M. Riou) », « DAJ (Mme Kerven) »: a body, and who stands for it
_STANDS_FOR = re.compile(r"[ ]\((?:MM?\.|Mmes?|Mlle)[ ]")
# « A. Locaux »: an initial and a common word that open a line number a heading
_HEADING = re.compile(rf"[{UPPER}]\.[ ](?P<word>[{UPPER}][a-zà-ÿœ]+)")
#: The parties to works and the words of SQL, in capitals.
_LETTERS = frozenset("AMO MOA MOE BET OPC CSPS HAVING COUNT".split())
# « DEMANDE DE SUBVENTION AU TITRE DE »: what a title in capitals asks for
_TITLE_RUNS_ON = re.compile(r"(?P<word>[^\W\d_]{5,}) (?:AU|AUX|DU|DES)")
# « M. Yann Kerlann, chef du CSU, né le »
_OF_SERVICE = re.compile(r"(?<!\w)(?:du|des|aux?)[ ]$")


# « Solenn d'hier », « r. Paul Kerlann »: small letters around a name with capitals.
_SMALL_AROUND = re.compile(
    r"(?:[a-zà-ÿœ][\w.'’-]*\s+|[dl]['’])*(?P<name>.*?)(?:\s+[a-zà-ÿœ]\S*)*", re.S
)


# « sophie | de la compta »
_WORKS_AT = re.compile(
    r"(?P<name>[a-zà-ÿœ-]{3,})[ ](?:de[ ]la[ ]|du[ ]|des[ ]|de[ ]l['’])(?P<service>[a-zà-ÿœ]+)"
)
# « Renouveler le CDD Katell »
_CLAUSE = re.compile(r"(?P<verb>\w+)[ ](?:le|la|les|du|des)[ ]")


def _of_capitals(text: str, start: int, end: int) -> tuple[int, int]:
    """What the second model sees, from its first capital to its last word with one."""
    around = _SMALL_AROUND.fullmatch(text, start, end)
    if around is None or not any(map(str.isupper, around["name"])):
        return start, end
    return around.span("name")


def _is_head_of_column(text: str, start: int, end: int) -> bool:
    """« nom;civ;iban »: a small word between the marks of an export's first line."""
    marks = text[start - 1 : start] + text[end : end + 1]
    return marks in (";;", ",,", "\t\t", "||") and text[start:end].islower()


class People:
    """Cleans and completes what rules and model say of people in one text."""

    def __init__(self, reader: NameReader, civility: re.Pattern[str]) -> None:
        self.reader = reader
        self._trimmer = Trimmer(reader, civility)
        self.vetoes = Vetoes(reader)
        self.forms = Forms(reader, self.vetoes, civility)

    def find(self, text: str, found: Iterable[Found]) -> list[Found]:
        """Every person of a text: what was found, cleaned, and what the form of a name tells."""
        found = list(found)
        named = [*self.clean(text, found), *self.forms.find(text)]
        named += self._vouched(text, found, named)
        named += list(self.forms.coordinated(text, named))
        named += [
            one
            for one in siblings(text, named, self.reader.lexicon)
            if not self._is_heading(text, one.start, one.end, one.detector)
        ]
        named += list(rows(text, named, self.reader.lexicon))
        return wholes(text, named, self.reader.lexicon)

    def clean(self, text: str, found: Iterable[Found]) -> Iterator[Found]:
        """Trim, split and veto: what comes out are names and nothing else."""
        for item in found:
            if item.detector.endswith(_SMALL_RULES):
                yield item
                continue
            trusted = item.detector.startswith(("rule:", "table:", "list:"))
            cued = trusted and item.detector not in _UNCUED
            bare = item.detector.startswith("ner")
            for start, end in self._pieces(text, item.start, item.end):
                if item.detector == DETECTOR:
                    start, end = _of_capitals(text, start, end)
                    clause = _CLAUSE.match(text, start, end)
                    if clause and not self._is_name(clause["verb"]):
                        continue
                    works = _WORKS_AT.fullmatch(text, start, end)
                    if works and Known.LAST not in self.reader.lexicon.of(works["service"]):
                        end = works.end("name")
                trimmed = self._trimmer.trim(text, start, end, trusted=trusted, cued=cued)
                doubt = False
                if trimmed is None and item.detector == DETECTOR:
                    trimmed = self._read_in_place(text, start, end)
                elif trimmed is None and bare:
                    trimmed, doubt = self._unlikely(text, start, end), True
                if trimmed is None:
                    continue
                if not trusted and self.vetoes.is_thing(text, *trimmed):
                    continue
                if bare and (self._is_foreign(text, *trimmed) or is_month(text, *trimmed)):
                    continue
                if bare and _is_head_of_column(text, *trimmed):
                    continue
                if bare and (
                    is_of_machine(text, *trimmed) or self.vetoes.things.beside(text, *trimmed)
                ):
                    continue
                if self._is_heading(text, *trimmed, item.detector):
                    continue
                if self._carries(text, *trimmed):
                    continue
                if trusted and self._is_letters(text[slice(*trimmed)], item.detector):
                    continue
                if self._is_vetoed(text, *trimmed, item.detector):
                    continue
                first, last = self._with_initials(text, *self._small_too(text, *trimmed))
                confidence = item.confidence
                if item.detector == DETECTOR and not self._of_names(text[first:last]):
                    continue
                if bare and " " not in text[first:last] and not self._is_name(text[first:last]):
                    if is_of_program(text, first, last):
                        continue
                    confidence = min(confidence, 0.7)
                yield replace(item, start=first, end=last, confidence=0.6 if doubt else confidence)

    def _small_too(self, text: str, start: int, end: int) -> tuple[int, int]:
        """« dang | quoc tuan », « thi kim oanh | le »: with the words beside a name of which
        all is in small letters that no list holds, or holds for names."""
        if any(map(str.isupper, text[start:end])):
            return start, end
        while (word := _SMALL_BEFORE.search(text, max(start - 14, 0), start)) and self._in_small(
            word["word"]
        ):
            start = word.start("word")
        while (word := _SMALL_AFTER.match(text, end)) and self._in_small(word["word"]):
            end = word.end("word")
        return start, end

    def _in_small(self, word: str) -> bool:
        known = self.reader.lexicon.of(word)
        named = Known.FIRST in known or not known & Known.WORD
        linking = word in FUNCTION_WORDS or word in ("de", "du", "des", "la")
        return named and Known.STOP not in known and not linking

    def _is_foreign(self, text: str, start: int, end: int) -> bool:
        """« El Ayuntamiento », « Bitte »: capitals of another language that open on no first
        name."""
        words = text[start:end].split()
        first = Known.FIRST in self.reader.lexicon.of(words[0]) and words[0][0].isupper()
        if first and not is_foreign_word(words[0]):
            return False
        return is_foreign_word(text[start:end]) or is_foreign(text, start, end)

    def _carries(self, text: str, start: int, end: int) -> bool:
        """« Karima Hoarau via Demat »: a service that carries messages, not a first name."""
        word = text[start:end].split()[0]
        via = re.search(r"(?<!\w)via[ ]$", text[max(start - 5, 0) : start])
        return bool(via) and Known.FIRST not in self.reader.lexicon.of(word)

    def _is_heading(self, text: str, start: int, end: int, detector: str) -> bool:
        """Whether capitals name a body or a request, or a letter numbers a heading."""
        name = text[start:end]
        if detector == "rule:civility":
            return False
        if set(name.split()) <= _LETTERS:
            return detector != "table:person" or name != "AMO" or "MOA" in text
        if name.isupper() and len(name) < 6 and _STANDS_FOR.match(text, end):
            return not self._is_name(name)
        if title := _TITLE_RUNS_ON.fullmatch(name):
            known = self.reader.lexicon.of(title["word"])
            return name.isupper() and known & (Known.WORD | Known.NAME) == Known.WORD
        heading = _HEADING.fullmatch(name)
        if heading is None or text[start - 1 : start] not in ("", "\n", "\t"):
            return False
        return self.reader.lexicon.of(heading["word"]) & (Known.WORD | Known.NAME) == Known.WORD

    def _is_letters(self, name: str, detector: str) -> bool:
        """« Copie : PP (Mme Riou), CPE »: letters that stand for a function, after a weak cue."""
        weak = detector.partition(":")[2] in _LETTERS_AFTER
        return weak and name.isupper() and len(name) < 4 and not self._is_name(name)

    def _vouched(
        self, text: str, found: Iterable[Found], named: Iterable[Found]
    ) -> Iterator[Found]:
        """A lone word that is also a town's or a common one, beside a lone name in a list or a
        row: « Cazenave / Bats », « Vergez | Cécile »."""
        lone = [n for n in named if " " not in text[n.start : n.end]]
        ends, starts = {n.end for n in lone}, {n.start for n in lone}
        taken = [(n.start, n.end) for n in lone]
        for item in found:
            if not item.detector.startswith("ner"):
                continue
            for start, end in self._pieces(text, item.start, item.end):
                word = text[start:end]
                if (
                    not _LISTED.fullmatch(word)
                    or Known.STOP in self.reader.lexicon.of(word)
                    or any(low < end and start < high for low, high in taken)
                    or self.vetoes.is_thing(text, start, end)
                    or self.vetoes.before(text, start)
                ):
                    continue
                before = _BETWEEN_BEFORE.search(text, max(start - 12, 0), start)
                after = _BETWEEN_AFTER.match(text, end)
                if (before and before.start() in ends) or (after and after.end() in starts):
                    yield replace(item, start=start, end=end, confidence=0.65)

    def _is_name(self, word: str) -> bool:
        return bool(self.reader.lexicon.of(word) & Known.NAME)

    def _of_names(self, words: str) -> bool:
        """Whether what the second model sees is several words, or one that the lists hold for a
        name: of others alone eight in nine were remedies, brands and acronyms."""
        if " " not in words:
            return self._is_name(words)
        # « IA TEI »: letters for words
        short = all(len(word) < 4 and word.isupper() for word in words.split())
        return not short or any(map(self._is_name, words.split()))

    def _read_in_place(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """What the second model sees, which reads places and words: a name that the lists do not
        hold for one, of capitals and particles alone."""
        words = text[start:end].split()
        if not words or not any(word[0].isupper() for word in words):
            return None
        for word in words:
            known = self.reader.lexicon.of(word)
            if (
                word not in PARTICLES
                and known & (Known.WORD | Known.STOP)
                and not known & Known.NAME
            ):
                return None
        if len(words) == 1 and Known.PLACE in self.reader.lexicon.of(words[0]):
            return None
        return start, end

    def _unlikely(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """One word that the lists hold for common or for a town, written as a name where a
        person stands: « voir avec Fanchon », when the text never has it in small letters."""
        word = text[start:end].strip()
        start = text.index(word, start) if word else start
        known = self.reader.lexicon.of(word)
        before = text[max(start - 20, 0) : start]
        noun = _NOUN.search(before)
        apposed = noun or _APPOSED.search(before) or _ACTS.match(text, start + len(word))
        if (
            not (_LONE.fullmatch(word) or (noun and _CAPITALS.fullmatch(word)))
            or Known.STOP in known
            or not (apposed or (Known.PLACE not in known and _IN_SENTENCE.search(before)))
            or _CAPITAL_NEXT.match(text, start + len(word))
            or (word.endswith(("er", "ir")) and known & (Known.WORD | Known.NAME) == Known.WORD)
        ):
            return None
        if re.search(rf"(?<!\w){word.lower()}s?(?!\w)", text):
            return None
        return start, start + len(word)

    @staticmethod
    def _with_initials(text: str, start: int, end: int) -> tuple[int, int]:
        """With the initials that stand beside it: « Tabouret C. », « M-C. Ruellan »."""
        if text[start - 2 : start - 1].islower() or text[start - 2 : start - 1] == ".":
            sender = _SENDER.search(text, max(start - 24, 0), start)
            start = sender.start("initial") if sender else start
        if text[start - 3 : start] == "SI " and text[start:end].isupper():
            start -= 3
        if text[start - 1 : start] in (" ", "'"):
            lead = _PARTICLE_LEADS.search(text, max(start - 5, 0), start)
            start = lead.start("lead") if lead else start
        if turned := _PARTICLE_TURNED.match(text, end):
            end = turned.end()
        listed = _LISTED_INITIAL.search(text, max(start - 60, 0), start)
        before = _INITIALS_BEFORE.search(text, max(start - 10, 0), start)
        if listed:
            start = listed.start("initial")
        elif before and _DOTTED.search(before.group()) and before.group().count(".") < 4:
            start = before.start()
        elif " " not in text[start:end] and (after := _INITIALS_AFTER.match(text, end)):
            end = after.end()
        return start, end

    def _is_vetoed(self, text: str, start: int, end: int, detector: str) -> bool:
        """« M. » and a field's label outweigh a street's word before them; « Docteur » does not."""
        if detector.startswith("rule:field"):
            return bool(self.vetoes.after(text, end))
        if detector == "rule:birth-apposition" and _OF_SERVICE.search(
            text, max(start - 5, 0), start
        ):
            return True
        if detector == "rule:civility" and not _HONOUR.search(text, max(start - 14, 0), start):
            return False
        if detector in _UNCUED and self.vetoes.is_mark(text[start:end]):
            return True
        return bool(self.vetoes.before(text, start) or self.vetoes.after(text, end))

    @staticmethod
    def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        position = start
        for gap in _SPLIT.finditer(text, start, end):
            if gap.start() > position:
                yield position, gap.start()
            position = gap.end()
        if position < end:
            yield position, end
