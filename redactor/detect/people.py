"""From what was found of people to clean mentions: trimmed names, vetoes, lexical rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, fold_word
from redactor.detect.names import UPPER, WORD, NameReader, Token
from redactor.detect.properties import is_identifier
from redactor.detect.rules import spaces
from redactor.law.categories import Category
from redactor.paths import resource

_LINK = (
    r"(?:\s+(?:de|du|des|d'|de la|de l'|le|la|les|l'|saint|sainte|dr|docteur|"
    r"général|maréchal|président|abbé|professeur|colonel|capitaine|amiral|"
    r"commandant|cardinal|monseigneur|père|sœur|«|\"|“|'))*[\s'\"«“]*"
)
_SPLIT = re.compile(
    r"\t| ?\| ?|;|,|\n[ ]*\n|[()<>«»\"“”•]|:| - | – |\s+(?:et|ou|chez|pour|par|à|au)\s+"
    # « S12 Lamberthod », « 02 SAINT-OMER »: a code before a name
    r"|(?<!\w)[A-Z]{0,3}\d{1,4}[ ]+(?=[^\W\d])"
)
_ARTICLE = re.compile(
    r"(?:^|[^\w-])(?:l[ea]s?|l'|du|des|aux?|un|une|cette?|ces|ma|mon|mes|notre|nos|"
    r"votre|vos|sa|son|ses|Ma|Mon|La|Les|L')[ ]?$"
)
_ARTICLED = re.compile(r"(?:le|la|les|l')[ ]?([^ ]+)", re.I)
_COORDINATE = re.compile(
    rf"(?<![\w-])([{UPPER}][a-zà-ÿ]+(?:-[{UPPER}][a-zà-ÿ]+)?)[ ]et[ ](?:de[ ]|d'|à[ ])?$"
)
_DETERMINER = re.compile(
    r"(?:ma|mon|mes|notre|nos|votre|vos|leurs?|cette?|ces|mes|une?|quel(?:le)?s?|"
    r"tout(?:es?)?|tous)[ ]",
    re.I,
)
_NUMBERED = re.compile(r"[ ](?:[12]\d{3}|\d{1,2}(?:\.\d+)?)(?![\d/.-]|[ ]\d)")
_PLACE_LIKE = re.compile(r"-(?:de|du|des|la|le|les|sur|en|sous|lès|et|aux?)-", re.I)
_LABEL = re.compile(r"[ ]?:(?![ ]*\n)")
# A zero or a one inside a word: OCR.
_MISREAD = re.compile(r"[01|][^\W_]+")
# Titles that street names bear: « rue du Docteur Roux ».
_HONOUR = re.compile(
    r"(?:docteur|dr\.?|professeur|pr\.?|abbé|monseigneur|mgr|sœur|frère)[ ]$", re.I
)
#: Rules without a cue beside the name.
_UNCUED = frozenset({"rule:form", "rule:subject", "rule:case"})
# A line, or an entry of a list, that is NOM Prénom and no more, whatever else NOM means.
_ENTRY = re.compile(
    rf"^[ ]*(?:\d{{1,3}}[ ]?[.)°/-]?[ ]+|[-•*][ ]*)?(?P<last>[{UPPER}][{UPPER}'-]+"
    rf"(?:[ ][{UPPER}][{UPPER}'-]+){{0,2}})[ ]"
    rf"(?P<first>[{UPPER}][a-zà-ÿ]+(?:-[{UPPER}][a-zà-ÿ]+)?)(?=[ ]*(?:$|[,;(:|\t]|  ))",
    re.M,
)
# Letters that can be said: three consonants at most together, a vowel in every group.
_SPEAKABLE = re.compile(
    r"(?=.{3,24}$)(?:[bcdfghjklmnpqrstvwxz]{0,3}[aeiouy]{1,3})+[bcdfghjklmnpqrstvwxz]{0,3}"
)
_LEXICAL = re.compile(rf"(?<![\w@.'/-])(?=[{UPPER}])")


_CODE_BEFORE = re.compile(r"(?<![Mm])(?<!me)(?<![DPM]r)\w[._]$|[$#]$")
_CODE_AFTER = re.compile(r"[(=_]\w|\.\w+\(|::")
# « la famille | de M. Riou »
_OPENING = re.compile(r"(?:d[eu]|à|et)[ ]|d'")
_LONE = re.compile(rf"[{UPPER}][a-zà-ÿ]{{3,14}}")
# A word that a name follows, not one that a thing's name follows.
_IN_SENTENCE = re.compile(
    r"(?:^|[^\w'-])(?:avec|chez|que|qu'|de|d'|à|pour|et|info|si|par|selon|dit|sans|comme)[ ]?$"
)
_CAPITAL_NEXT = re.compile(rf"[ ][{UPPER}]|[-/@_]\w|\.\w")
# « M. Durand » is no initial: a title is left to the rules of civility.
_INITIALS_BEFORE = re.compile(
    rf"(?<![\w.'-])(?!MM?\.|D[rR]\.|P[rR]\.)[{UPPER}][a-z]?\.?(?:[ -]?[{UPPER}]\.)+[ ]?$"
)
_INITIALS_AFTER = re.compile(
    rf"[ ][{UPPER}]\.(?:[ -]?[{UPPER}]\.)?(?=[ ]*(?:$|[\n,;)\t–|-])|[ ]+[a-zà-ÿ(])"
)


class People:
    """Cleans and completes what rules and model say of people in one text."""

    def __init__(self, reader: NameReader, civility: re.Pattern[str]) -> None:
        self.reader = reader
        self.civility = civility
        with (resource("rules") / "vetoes.toml").open("rb") as file:
            entries = tomllib.load(file)["veto"]
        self._vetoes = [
            (
                re.compile(
                    rf"(?<![\w-])(?:{'|'.join(map(spaces, entry['before']))}){_LINK}$",
                    re.I,
                ),
                str(entry["why"]),
            )
            for entry in entries
        ]

    def clean(self, text: str, found: Iterable[Found]) -> Iterator[Found]:
        """Trim, split and veto: what comes out are names and nothing else."""
        for item in found:
            if item.detector == "rule:login":
                yield item
                continue
            trusted = item.detector.startswith(("rule:", "table:", "list:"))
            cued = trusted and item.detector not in _UNCUED
            bare = item.detector.startswith("ner")
            for start, end in self._pieces(text, item.start, item.end):
                trimmed = self._trim(text, start, end, trusted=trusted, cued=cued)
                doubt = False
                if trimmed is None and bare:
                    trimmed, doubt = self._unlikely(text, start, end), True
                if trimmed is None:
                    continue
                if not trusted and self._is_thing(text, *trimmed):
                    continue
                if self._is_vetoed(text, trimmed[0], item.detector):
                    continue
                first, last = self._with_initials(text, *trimmed)
                confidence = item.confidence
                if bare and " " not in text[first:last] and not self._is_name(text[first:last]):
                    confidence = min(confidence, 0.7)
                yield replace(item, start=first, end=last, confidence=0.6 if doubt else confidence)

    def _is_name(self, word: str) -> bool:
        return bool(self.reader.lexicon.of(word) & Known.NAME)

    def _unlikely(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """One word that the lists hold for common, written as a name inside a sentence:
        « voir avec Fanchon », when the text never has it in small letters."""
        word = text[start:end].strip()
        start = text.index(word, start) if word else start
        known = self.reader.lexicon.of(word)
        if (
            not _LONE.fullmatch(word)
            or known & (Known.STOP | Known.PLACE)
            or not _IN_SENTENCE.search(text, max(start - 20, 0), start)
            or _CAPITAL_NEXT.match(text, start + len(word))
        ):
            return None
        if re.search(rf"(?<!\w){word.lower()}s?(?!\w)", text):
            return None
        return start, start + len(word)

    @staticmethod
    def _with_initials(text: str, start: int, end: int) -> tuple[int, int]:
        """With the initials that stand beside it: « Tabouret C. », « M-C. Ruellan »."""
        if before := _INITIALS_BEFORE.search(text, max(start - 8, 0), start):
            start = before.start()
        elif " " not in text[start:end] and (after := _INITIALS_AFTER.match(text, end)):
            end = after.end()
        return start, end

    def _is_vetoed(self, text: str, start: int, detector: str) -> bool:
        """« M. » and a field's label outweigh a street's word before them; « Docteur » does not."""
        if detector.startswith("rule:field"):
            return False
        if detector == "rule:civility" and not _HONOUR.search(text, max(start - 14, 0), start):
            return False
        return bool(self.vetoed(text, start))

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

    def vetoed(self, text: str, start: int) -> str:
        """Why a name here is no person's, or nothing."""
        line = text.rfind("\n", max(0, start - 80), start) + 1
        before = text[max(line, start - 60) : start]
        if not before.strip():
            return ""
        return next((why for pattern, why in self._vetoes if pattern.search(before)), "")

    def _is_thing(self, text: str, start: int, end: int) -> bool:
        """Whether one word that the model took for a name is an acronym or a thing's name."""
        word = text[start:end]
        if (
            start
            and text[start - 1] in "/("
            and word.isupper()
            and not self.reader.lexicon.of(word) & Known.NAME
        ):
            return True
        if _DETERMINER.match(word) or any(map(is_identifier, word.split())):
            return True
        if _CODE_BEFORE.search(text, max(start - 2, 0), start) or _CODE_AFTER.match(text, end):
            return True  # models.Model, os.Environ(
        if match := _ARTICLED.fullmatch(word):
            # « le MTEI » is a thing, « Le Goff » a name
            return (
                not (self.reader.lexicon.of(word) | self.reader.lexicon.of(match[1])) & Known.LAST
            )
        if " " in word:
            return False
        known = self.reader.lexicon.of(word)
        if not known & Known.NAME and word.isupper() and not _SPEAKABLE.fullmatch(fold_word(word)):
            return True
        # « la Technopolice », « le MTEI »: a person's name takes no article
        return bool(_ARTICLE.search(text[max(start - 12, 0) : start]))

    def _pieces(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        position = start
        for gap in _SPLIT.finditer(text, start, end):
            if gap.start() > position:
                yield position, gap.start()
            position = gap.end()
        if position < end:
            yield position, end

    def _trim(
        self, text: str, start: int, end: int, *, trusted: bool, cued: bool
    ) -> tuple[int, int] | None:
        opening = _OPENING.match(text, start, end)
        title = self.civility.match(text, opening.end() if opening else start, end)
        if title:
            start = title.end()
        tokens = [self.reader.token(m) for m in WORD.finditer(text, start, end)]
        while tokens and not self._opens(tokens[0]):
            tokens.pop(0)
        while tokens and not self._closes(tokens[-1]):
            tokens.pop()
        # a stop in the middle ends the name: « Noémie Levain Chargée de mission »
        for index, token in enumerate(tokens):
            if token.is_stop and index:
                tokens = tokens[:index]
                break
        while tokens and not self._closes(tokens[-1]):
            tokens.pop()
        parts = [t for t in tokens if t.kind != "particle"]
        if not any(t.kind != "initial" for t in parts):
            return None
        if any(c.isdigit() or c in "@/_%" for c in text[tokens[0].start : tokens[-1].end]):
            return None
        if not trusted and not self._plausible(parts):
            return None
        # « Natura 2000 », « Horizon 2030 »: one word and a number
        if len(parts) == 1 and not title and _NUMBERED.match(text, tokens[-1].end):
            return None
        if not title and not cued and any(_PLACE_LIKE.search(t.text) for t in parts):
            return None
        end = tokens[-1].end
        # « Valideur : »: one unknown word before a colon is a label
        if (
            len(parts) == 1
            and not title
            and not parts[0].known & Known.NAME
            and _LABEL.match(text, end)
        ):
            return None
        misread = _MISREAD.match(text, end)
        if not misread and not cued and text[end : end + 1].isdigit():
            return None
        return tokens[0].start, misread.end() if misread else end

    @staticmethod
    def _opens(token: Token) -> bool:
        if token.kind == "small":
            return bool(token.known & Known.FIRST) and Known.WORD not in token.known
        if token.is_stop:
            return False
        return token.kind != "particle" or token.text[0].isupper() or len(token.text) > 1

    @staticmethod
    def _closes(token: Token) -> bool:
        if token.kind == "particle":
            return len(token.text) > 1 and token.text.isupper() and "'" not in token.text
        if token.kind == "small":
            return bool(token.known & Known.NAME) or not token.known
        return not token.is_stop

    @staticmethod
    def _plausible(parts: list[Token]) -> bool:
        """Whether the model's find may be a person: not only places, words and acronyms."""
        words = [t for t in parts if t.kind != "initial"]
        if len(parts) == 1:
            only = words[0]
            if len(only.text) < 3:
                return False
            if not only.known:
                return (only.kind != "capitals" or len(only.text) > 5) and bool(
                    _SPEAKABLE.fullmatch(fold_word(only.text))
                )
            return bool(only.known & Known.NAME) and not (
                Known.PLACE in only.known and Known.WORD in only.known
            )
        if any(t.is_first for t in words):
            return not all(Known.PLACE in t.known and Known.LAST not in t.known for t in words)
        if any(t.known & Known.NAME for t in words):
            plain = [
                t
                for t in words
                if not t.known & Known.NAME and t.known & (Known.WORD | Known.PLACE)
            ]
            return len(plain) < len(words) - 1 or not plain or len(parts) > len(words)
        # « SAINT-OMER Lilwenn »: a town in capitals, then a word that no list has, is NOM Prénom
        if (
            len(words) == 2
            and (words[0].kind, words[1].kind) == ("capitals", "capitalised")
            and not words[1].known
            and Known.PLACE in words[0].known
            and _SPEAKABLE.fullmatch(fold_word(words[1].text))
        ):
            return True
        # nothing known: a foreign name, if no word of it is a word, a place or an acronym
        return not any(t.known & (Known.WORD | Known.PLACE) for t in words) and all(
            _SPEAKABLE.fullmatch(fold_word(t.text)) for t in words
        )

    def lexical(self, text: str) -> Iterator[Found]:
        """Names known by their form alone: NOM Prénom, Prénom NOM, P. NOM, Prénom Nom."""
        for match in _ENTRY.finditer(text):
            first = self.reader.lexicon.of(match["first"])
            sure = Known.FIRST in first and not first & (Known.WORD | Known.PLACE | Known.STOP)
            if sure and not self.vetoed(text, match.start("first")):
                yield Found(
                    match.start("last"), match.end("first"), Category.PERSON, "rule:entry",
                    "ligne d’une liste : NOM et prénom connu", 0.9,
                )  # fmt: skip
        text = text.replace("_", " ")  # CV_Katia_Mouhoubi.pdf
        position = 0
        for match in _LEXICAL.finditer(text):
            if match.start() < position or self.civility.match(text, match.start()):
                continue
            name = self.reader.read(text, match.start(), len(text))
            if name is None:
                continue
            tokens = list(name.tokens)
            while len(tokens) > 1:
                verdict = self._form(tokens)
                if verdict and not self.vetoed(text, tokens[0].start):
                    why, confidence = verdict
                    yield Found(
                        tokens[0].start,
                        tokens[-1].end,
                        Category.PERSON,
                        "rule:form",
                        why,
                        confidence,
                    )
                    position = tokens[-1].end
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
        if any(
            Known.WORD in t.known and not t.known & Known.NAME and t.kind == "capitalised"
            for t in words
        ):
            return None
        capitals, mixed = kinds.count("capitals"), kinds.count("capitalised")
        if capitals and mixed:
            named = [t for t in parts if t.kind == "capitalised" and t.is_first]
            surname = [t for t in parts if t.kind == "capitals"]
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
            if Known.WORD in first.known and Known.LAST not in first.known:
                return None
            if first.known & (Known.PLACE | Known.WORD) and not first.known & Known.NAME:
                return None
            return ("initiale et nom", 0.88)
        in_order = parts[0].is_first or (parts[-1].is_first and Known.LAST in parts[0].known)
        if sure and len(words) > 1 and in_order:
            others = [t for t in words if t not in sure[:1]]
            if any(
                not t.known & (Known.WORD | Known.PLACE) or t.known & Known.NAME for t in others
            ):
                return ("prénom connu et nom", 0.85)
        surnamed = firsts and any(t.known & Known.LAST for t in words if t is not firsts[0])
        if surnamed and parts[0].is_first and not all(Known.PLACE in t.known for t in parts):
            return ("prénom et nom connus", 0.8)
        return None
