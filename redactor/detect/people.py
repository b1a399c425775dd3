"""From what rules and model found of people to clean mentions: trimmed, split, vetoed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.detect.code import is_month, is_of_program
from redactor.detect.forms import Forms
from redactor.detect.found import Found
from redactor.detect.languages import is_foreign, is_foreign_word
from redactor.detect.lexicon import Known
from redactor.detect.names import FUNCTION_WORDS, OPENERS, UPPER, WORD, NameReader, Token
from redactor.detect.siblings import siblings
from redactor.detect.vetoes import Vetoes, is_speakable
from redactor.detect.wholes import wholes

_SPLIT = re.compile(
    r"\t| ?\| ?|;|,|\n[ ]*\n|[()<>«»\"“”•]|:|"
    # « Ana Riou - Léa Kerven », « Ana Riou- Léa Kerven », but not « Kerlann-le- Pont »
    r" [-–] |(?<!-l[ea])(?<!-les)(?<!-de)[-–] |[ ][-–](?=\w)|"
    r"\s+(?:et|ou|chez|pour|par|à|au)\s+"
    # « S12 Lamberthod », « 02 SAINT-OMER »: a code before a name
    r"|(?<!\w)[A-Z]{0,3}\d{1,4}[ ]+(?=[^\W\d])"
)
_NUMBERED = re.compile(r"[ ](?:[12]\d{3}|\d{1,2}(?:\.\d+)?)(?![\d/.-]|[ ]\d)")
_CODED = re.compile(r"[ ]?\d")
_PLACE_LIKE = re.compile(r"-\s?(?:de|du|des|la|le|les|sur|en|sous|lès|et|aux?)(?:-|$)", re.I)
_LABEL = re.compile(r"[ ]?:(?![ ]*\n)")
# Signs that no name holds.
_NO_NAME = re.compile(r"[@/_%=\d]")
# Titles that street names bear: « rue du Docteur Roux ».
_HONOUR = re.compile(
    r"(?:docteur|dr\.?|professeur|pr\.?|abbé|monseigneur|mgr|sœur|frère)[ ]$", re.I
)
#: Rules that read small letters, and read them well.
_SMALL_RULES = frozenset({"rule:login", "rule:civility-small", "rule:nickname"})
#: Rules without a cue beside the name.
_UNCUED = frozenset({"rule:form", "rule:subject", "rule:case"})
# « la famille | de M. Riou »
_OPENING = re.compile(r"(?:d[eu]|à|et)[ ]|d'")
_SMALL_BEFORE = re.compile(r"(?<![\w'-])(?P<word>[a-zà-ÿ]{2,12})[ ]$")
_SMALL_AFTER = re.compile(r"[ ](?P<word>[a-zà-ÿ]{2,12})(?![\w'@.-])")
#: Rules after whose cue letters may stand for a function or a service.
_LETTERS_AFTER = frozenset({"attendance", "field-person", "case", "jury", "follow-up"})
_LONE = re.compile(rf"[{UPPER}][a-zà-ÿ]{{3,14}}")
# A word that a name follows, not one that a thing's name follows.
_IN_SENTENCE = re.compile(
    r"(?:^|[^\w'-])(?:avec|chez|que|qu'|de|d'|à|pour|et|info|si|par|selon|dit|sans|comme|vu|"
    r"connu|appelée?|surnommée?|dite?|alias|devant|contre|remplace)[ ]?[«\"]?[ ]?$"
)
# « une dame, Véro, qui »: what a person is, then who.
_APPOSED = re.compile(
    r"(?:dame|monsieur|homme|femme|collègue|amie?|voisine?|fille?|fils|enfant|agente?|stagiaire|"
    r"élève|jeune|personne)[ ]?,[ ]$"
)
# « Pailhès m'a traité », « Estève ne me parle plus »: what only people do.
_ACTS = re.compile(
    r"[ ](?:m'|t'|(?:me|te|ne me|ne m'|lui|nous|vous)[ ]?)(?:a|avait|dit|parle|répond|traite|"
    r"insulte|menace|appelle|rappelle|demande|propose)(?!\w)"
)
# A verb's ending, and the words after which only a verb stands.
_CONJUGATED = re.compile(
    r"(?:[iï]ons|i?ez|er(?:ai|as|a|ons|ont)|[aâ]mes|[aâ]tes|[èe]rent|aient|ants?|issent|ées?|és)$"
)
_SUBJECT = re.compile(
    r"(?<![\w-])(?:est|était|suis|sont|être|très|plus|trop|"
    r"je|tu|ils?|elles?|on|nous|vous|se|ne|[nsjmt]'|y|d[ue]s?|les?|la|une?)[ ]?$",
    re.I,
)
# « I. Titularisations –», « II. Recours : »: a heading's number, not an initial.
_HEADING_NUMBER = re.compile(r"[IVX]{1,4}\.[ ]")
_INVERTED = re.compile(r"-(?:il|ils|elles?|on|vous|nous|je|tu|ce|moi|toi|t-\w+)$", re.I)
_SENTENCE_START = re.compile(r"(?:^|\n|[.!?:•*-][ ])$")
_SMALL_NEXT = re.compile(r"[ -][a-zà-ÿ]")
# « Forge MTEI »: a common word and letters that stand for words.
_LETTERS_FOR_WORDS = re.compile(rf"[{UPPER}]{{2,5}}")
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
_DOTTED = re.compile(r"\.[ ]?$")
_LISTED_INITIAL = re.compile(
    rf"(?<![\w.])[{UPPER}]\. [{UPPER}][\w'-]+(?:,| et|,? \([^)]*\),) (?P<initial>M\.) $"
)
_INITIALS_AFTER = re.compile(
    rf"[ ][{UPPER}](?:-[{UPPER}]|[a-z])?\.(?:[ -]?[{UPPER}]\.)?"
    r"(?=[ ]*(?:$|[\n,;)\t–|-])|[ ]+[a-zà-ÿ(])"
)
# « M. Yann Kerlann, chef du CSU, né le »
_OF_SERVICE = re.compile(r"(?<!\w)(?:du|des|aux?)[ ]$")


class People:
    """Cleans and completes what rules and model say of people in one text."""

    def __init__(self, reader: NameReader, civility: re.Pattern[str]) -> None:
        self.reader = reader
        self.civility = civility
        self.vetoes = Vetoes(reader)
        self.forms = Forms(reader, self.vetoes, civility)

    def find(self, text: str, found: Iterable[Found]) -> list[Found]:
        """Every person of a text: what was found, cleaned, and what the form of a name tells."""
        found = list(found)
        named = [*self.clean(text, found), *self.forms.find(text)]
        named += self._vouched(text, found, named)
        named += list(self.forms.coordinated(text, named))
        named += list(siblings(text, named, self.reader.lexicon))
        return wholes(text, named)

    def clean(self, text: str, found: Iterable[Found]) -> Iterator[Found]:
        """Trim, split and veto: what comes out are names and nothing else."""
        for item in found:
            if item.detector in _SMALL_RULES:
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
                if not trusted and self.vetoes.is_thing(text, *trimmed):
                    continue
                if bare and (self._is_foreign(text, *trimmed) or is_month(text, *trimmed)):
                    continue
                if self._carries(text, *trimmed):
                    continue
                if trusted and self._is_letters(text[slice(*trimmed)], item.detector):
                    continue
                if self._is_vetoed(text, *trimmed, item.detector):
                    continue
                first, last = self._with_initials(text, *self._small_too(text, *trimmed))
                confidence = item.confidence
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
        return named and Known.STOP not in known and word not in FUNCTION_WORDS

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

    def _unlikely(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """One word that the lists hold for common or for a town, written as a name where a
        person stands: « voir avec Fanchon », when the text never has it in small letters."""
        word = text[start:end].strip()
        start = text.index(word, start) if word else start
        known = self.reader.lexicon.of(word)
        before = text[max(start - 20, 0) : start]
        apposed = _APPOSED.search(before) or _ACTS.match(text, start + len(word))
        if (
            not _LONE.fullmatch(word)
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

    def _trim(
        self, text: str, start: int, end: int, *, trusted: bool, cued: bool
    ) -> tuple[int, int] | None:
        opening = _OPENING.match(text, start, end)
        title = self.civility.match(text, opening.end() if opening else start, end)
        if title:
            start = title.end()
        tokens = [self.reader.token(m) for m in WORD.finditer(text, start, end)]
        if (
            len(tokens) > 2
            and tokens[0].kind == "capitals"
            and tokens[0].is_stop
            and (tokens[1].text in ("de", "du", "d'", "des"))
        ):
            return None  # « TJ de Nancy »
        if not trusted and len(tokens) == 1 and tokens[0].kind == "small":
            return self._small(text, tokens[0])
        while tokens and not self._opens(tokens[0]):
            tokens.pop(0)
        if not cued:
            tokens = tokens[self._led_by(tokens) :]
        tokens = self._closed(tokens)
        # a stop in the middle ends the name: « Noémie Levain Chargée de mission »
        for index, token in enumerate(tokens):
            if token.is_stop and index and not self._is_surname(tokens):
                tokens = self._closed(tokens[:index])
                break
        parts = [t for t in tokens if t.kind != "particle"]
        if not any(t.kind != "initial" for t in parts):
            return None
        if _NO_NAME.search(text, tokens[0].start, tokens[-1].end):
            return None
        if not trusted and not self._plausible(parts):
            return None
        if not trusted and len(parts) == 1 and self._is_grammar(text, tokens):
            return None
        if not trusted and self._heads(text, tokens):
            return None
        # « Natura 2000 », « Horizon 2030 »: one word and a number
        # but « Hugo 1996 »
        lone = len(parts) == 1 and not title and parts[0].known & ~Known.LAST != Known.FIRST
        numbered = lone and _NUMBERED.match(text, tokens[-1].end)
        if numbered and not cued:
            return None
        acronym = len(parts) == 1 and parts[0].kind == "capitals" and len(parts[0].text) < 4
        if acronym and not title and _CODED.match(text, tokens[-1].end):
            return None  # « Dossier : PC 034 112 »
        if not title and not cued and any(_PLACE_LIKE.search(t.text) for t in parts):
            return None
        end = tokens[-1].end
        # « Valideur : »: one unknown word before a colon is a label
        if (
            len(parts) == 1
            and not title
            and not cued
            and not parts[0].known & Known.NAME
            and _LABEL.match(text, end)
        ):
            return None
        if not cued and text[end : end + 1].isdigit():
            return None
        return tokens[0].start, end

    @staticmethod
    def _led_by(tokens: list[Token]) -> int:
        """How many words before a first name are none of its own: « Arrivée de Tanguy Riou »,
        « CDD Katell »."""
        if len(tokens) < 2:
            return 0
        head, following = tokens[0], tokens[1]
        if head.kind == "capitals" and following.kind == "capitalised" and following.is_first:
            letters = len(head.text) < 5 and not head.known and not is_speakable(head.text)
            return 1 if letters else 0
        if (
            len(tokens) > 2
            and following.text in ("de", "d'")
            and head.kind == "capitalised"
            and head.known & (Known.WORD | Known.NAME) == Known.WORD
            and tokens[2].known & (Known.FIRST | Known.WORD | Known.PLACE) == Known.FIRST
        ):
            return 2
        return 0

    @staticmethod
    def _is_grammar(text: str, tokens: list[Token]) -> bool:
        """« Donnez votre avis », « Faut-il »: a verb that opens a sentence, « Perez » is a name;
        « des solidarités et DE LA SANTÉ »."""
        token = tokens[-1]
        if len(tokens) > 1:
            genitive = tokens[0].text.lower() in ("de", "du", "des", "d'")
            return genitive and token.known & (Known.WORD | Known.LAST) == Known.WORD
        if _INVERTED.search(token.text):
            return True
        return (
            token.text.endswith("ez")
            and not token.known & Known.NAME
            and bool(_SENTENCE_START.search(text, max(token.start - 4, 0), token.start))
            and bool(_SMALL_NEXT.match(text, token.end))
        )

    @staticmethod
    def _heads(text: str, tokens: list[Token]) -> bool:
        """« I. Titularisations » that opens a line: a common word, under a number."""
        number, word = tokens[0], tokens[-1]
        return (
            len(tokens) == 2
            and Known.WORD in word.known
            and not word.known & Known.NAME
            and text[number.start - 1 : number.start] in ("", "\n")
            and bool(_HEADING_NUMBER.match(text, number.start))
        )

    @staticmethod
    def _small(text: str, token: Token) -> tuple[int, int] | None:
        """A word in small letters that the model takes for a person: a known first name or
        nickname, or a word of no list where nothing of an address or of code is beside it, and
        that is no verb: « nous mènerions », « : venez par là »."""
        if text[token.start - 1 : token.start] in tuple("@._/=-\"'") or (
            text[token.end : token.end + 1] in tuple("@_/=-\"'(")
        ):
            return None
        if re.match(r":\w", text[token.end : token.end + 2]):
            return None  # « mailto:contact »
        if re.match(r"\.[ ]?(?:gouv|fr|com|org|net)\b", text[token.end :]):
            return None
        if token.is_first:
            return token.start, token.end
        verb = _CONJUGATED.search(token.text) or _SUBJECT.search(
            text, max(token.start - 10, 0), token.start
        )
        if not token.known and not verb and is_speakable(token.text):
            return token.start, token.end
        return None

    @staticmethod
    def _opens(token: Token) -> bool:
        if token.kind == "small":
            return bool(token.known & Known.FIRST) and Known.WORD not in token.known
        if token.is_stop or (token.kind == "initial" and token.text.count(".") > 3):
            return False  # « S.I.R.P. Kerlann »
        return token.kind != "particle" or token.text[0].isupper() or len(token.text) > 1

    def _closed(self, tokens: list[Token]) -> list[Token]:
        """The same without the words at their end that end no name."""
        while tokens and not (
            self._closes(tokens[-1]) or self._is_torn(tokens) or self._is_surname(tokens)
        ):
            tokens = tokens[:-1]
        return tokens

    @staticmethod
    def _is_surname(tokens: list[Token]) -> bool:
        """« Lise AVRIL »: a month, or another word, in capitals after a first name that is not."""
        if len(tokens) != 2:
            return False
        first, last = tokens
        return (
            first.kind == "capitalised"
            and first.is_first
            and last.kind == "capitals"
            and bool(last.known & Known.NAME)
        )

    def _is_torn(self, tokens: list[Token]) -> bool:
        """« Mar tin »: whether the last word is the other half of a name."""
        if len(tokens) < 2 or tokens[-1].kind != "small":
            return False
        return self._is_name(tokens[-2].text + tokens[-1].text)

    @staticmethod
    def _closes(token: Token) -> bool:
        if token.kind == "particle":
            return len(token.text) > 1 and token.text.isupper() and "'" not in token.text
        if token.kind == "small":
            return bool(token.known & Known.NAME) or not token.known
        if token.text in ("À", "Y"):
            return False  # « MALAISE À DOMICILE »
        if (
            token.kind == "capitals"
            and 2 < len(token.text) < 7
            and not token.known
            and not any(map(is_speakable, token.text.split("-")))
        ):
            return False  # « Causse R. CLM », but « Riou-SCHMJTT »
        return not token.is_stop and token.text.lower() not in ("et", "ou")

    @staticmethod
    def _plausible(parts: list[Token]) -> bool:
        """Whether the model's find may be a person: not only places, words and acronyms.

        Nearly every French surname is also a town's name or a word: of several words, one that
        is neither, or an initial, is enough; a single word must be a name or nothing at all.
        """
        words = [t for t in parts if t.kind != "initial"]
        if len(parts) == 1:
            only = words[0]
            if len(only.text) < 3 or only.text.lower() in OPENERS:
                return False
            if not only.known:
                return (only.kind != "capitals" or len(only.text) > 5) and is_speakable(only.text)
            return bool(only.known & Known.NAME) and not (
                Known.PLACE in only.known and Known.WORD in only.known
            )
        common = Known.WORD | Known.PLACE
        if len(words) == 2 and any(
            _LETTERS_FOR_WORDS.fullmatch(short.text)
            and not short.known
            and other.kind == "capitalised"
            and Known.WORD in other.known
            and Known.FIRST not in other.known
            for short, other in (words, words[::-1])
        ):
            return False
        if (
            len(parts) == 2
            and all(t.kind == "capitals" for t in words)
            and words[0].known & (common | Known.NAME) == Known.WORD
            and not words[-1].known
        ):
            return False  # « LAVOIR DES KERLOUS », « BASSIN KERLANN »
        plain = [t for t in words if t.known & common and not t.known & Known.NAME]
        unknown = [t for t in words if not t.known & (common | Known.NAME)]
        if parts[0].text in ("D", "L") and words[0].known & (Known.WORD | Known.NAME) == Known.WORD:
            return False  # « INTENTION D ALIENER »
        if len(words) < len(parts):
            return len(plain) <= 1 and all(map(is_speakable, (t.text for t in unknown)))
        if any(t.is_first for t in words):
            return not all(Known.PLACE in t.known and Known.LAST not in t.known for t in words)
        if any(t.known & Known.NAME for t in words):
            if plain and all(t.kind == "capitals" and t.known & Known.WORD for t in words):
                return False  # « GROS ŒUVRE »
            return len(plain) < max(len(words) - 1, 2)
        return len(plain) <= len(unknown) and all(is_speakable(t.text) for t in unknown)
