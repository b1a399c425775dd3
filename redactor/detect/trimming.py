"""Of what was found, the words that are a name: without what leads to it or follows it."""

from __future__ import annotations

import re

from redactor.detect.lexicon import Known
from redactor.detect.names import OPENERS, UPPER, WORD, Token, is_noble
from redactor.detect.reader import NameReader
from redactor.detect.vetoes import FILED, is_speakable

_NUMBERED = re.compile(r"[ ](?:[12]\d{3}|\d{1,2}(?:\.\d+)?)(?![\d/.-]|[ ]\d)")
_CODED = re.compile(r"[ ]?\d")
_PLACE_LIKE = re.compile(r"-\s?(?:de|du|des|la|le|les|sur|en|sous|lès|et|aux?)(?:-|$)", re.I)
# Signs that no name holds.
_NO_NAME = re.compile(r"[@/_%=\d]")
# « la famille | de M. Riou »
_OPENING = re.compile(r"(?:d[eu]|à|et)[ ]|d'")
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
_SMALL_NEXT = re.compile(r"[ -][a-zà-ÿœ]")
# « Hu Jian », « Pa Houa »
_SHORT = re.compile(rf"[{UPPER}][a-zà-ÿœ]")
# « Forge MTEI »: a common word and letters that stand for words.
_LETTERS_FOR_WORDS = re.compile(rf"[{UPPER}]{{2,5}}")


class Trimmer:
    """Judges the first and the last word of a find, and whether what is left may be a person."""

    def __init__(self, reader: NameReader, civility: re.Pattern[str]) -> None:
        self._reader = reader
        self._civility = civility

    def trim(
        self, text: str, start: int, end: int, *, trusted: bool, cued: bool
    ) -> tuple[int, int] | None:
        """The name within a find, or nothing. `trusted`: a rule found it; `cued`: by words beside
        it."""
        opening = _OPENING.match(text, start, end)
        title = self._civility.match(text, opening.end() if opening else start, end)
        if title:
            start = title.end()
        tokens = [self._reader.token(m) for m in WORD.finditer(text, start, end)]
        if (
            len(tokens) > 2
            and tokens[0].kind == "capitals"
            and tokens[0].is_stop
            and (tokens[1].text in ("de", "du", "d'", "des"))
        ):
            return None  # « TJ de Nancy »
        if not trusted and len(tokens) == 1 and tokens[0].kind == "small":
            return _small(text, tokens[0])
        if not trusted and 1 < len(tokens) < 4 and all(map(_is_small_name, tokens)):
            return tokens[0].start, tokens[-1].end
        while tokens and not _opens(tokens[0]):
            tokens.pop(0)
        if not cued or len(tokens) > 3:
            tokens = tokens[_led_by(tokens) :]
        tokens = self._closed(tokens)
        # a stop in the middle ends the name: « Noémie Levain Chargée de mission »
        for index, token in enumerate(tokens):
            if token.is_stop and index and not (_is_surname(tokens) or is_noble(tokens[:index])):
                tokens = self._closed(tokens[:index])
                break
        parts = [t for t in tokens if t.kind != "particle"]
        if not any(t.kind != "initial" for t in parts):
            return None
        if _NO_NAME.search(text, tokens[0].start, tokens[-1].end) and not (
            FILED.fullmatch(text, tokens[0].start, tokens[-1].end)
        ):
            return None
        if not trusted and not _plausible(parts, noble=len(tokens) > len(parts)):
            return None
        if not trusted and len(parts) == 1 and _is_grammar(text, tokens):
            return None
        if not trusted and _heads(text, tokens):
            return None
        # « Natura 2000 », « Horizon 2030 »: one word and a number
        # but « Hugo 1996 »
        lone = len(parts) == 1 and not title and parts[0].known & ~Known.LAST != Known.FIRST
        numbered = lone and _NUMBERED.match(text, tokens[-1].end)
        if numbered and not cued:
            return None
        if len(parts) == 1 and text.startswith(" des logis", tokens[-1].end):
            return None  # « Maréchal des logis-chef »
        acronym = len(parts) == 1 and parts[0].kind == "capitals" and len(parts[0].text) < 4
        if acronym and not title and _CODED.match(text, tokens[-1].end):
            return None  # « Dossier : PC 034 112 »
        if not title and not cued and any(_PLACE_LIKE.search(t.text) for t in parts):
            return None
        end = tokens[-1].end
        if not cued and text[end : end + 1].isdigit():
            return None
        return tokens[0].start, end

    def _closed(self, tokens: list[Token]) -> list[Token]:
        """The same without the words at their end that end no name."""
        while tokens and not (
            _closes(tokens[-1])
            or self._is_torn(tokens)
            or _is_surname(tokens)
            or is_noble(tokens[:-1])
        ):
            tokens = tokens[:-1]
        return tokens[:-1] if _ends_on_function(tokens) else tokens

    def _is_torn(self, tokens: list[Token]) -> bool:
        """« Mar tin »: whether the last word is the other half of a name."""
        if len(tokens) < 2 or tokens[-1].kind != "small":
            return False
        return bool(self._reader.lexicon.of(tokens[-2].text + tokens[-1].text) & Known.NAME)


def _led_by(tokens: list[Token]) -> int:
    """How many words before a first name are none of its own: « Arrivée de Tanguy Riou »,
    « CDD Katell »."""
    if len(tokens) < 2:
        return 0
    head, following = tokens[0], tokens[1]
    if head.kind == "capitals" and following.kind == "capitalised" and following.is_first:
        letters = 2 < len(head.text) < 5 and not head.known and not is_speakable(head.text)
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
    if token.is_first or token.known & (Known.LAST | Known.WORD | Known.STOP) == Known.LAST:
        return token.start, token.end
    verb = _CONJUGATED.search(token.text) or _SUBJECT.search(
        text, max(token.start - 10, 0), token.start
    )
    if not token.known and not verb and is_speakable(token.text):
        return token.start, token.end
    return None


def _is_small_name(token: Token) -> bool:
    """« belhocine | sabri »: small letters that are a name and nothing else."""
    return (
        token.kind == "small"
        and bool(token.known & Known.NAME)
        and not token.known & (Known.WORD | Known.STOP)
    )


def _opens(token: Token) -> bool:
    if token.kind == "small":
        return bool(token.known & Known.FIRST) and Known.WORD not in token.known
    if token.is_stop or (token.kind == "initial" and token.text.count(".") > 3):
        return False  # « S.I.R.P. Kerlann »
    return token.kind != "particle" or token.text[0].isupper() or len(token.text) > 1


def _ends_on_function(tokens: list[Token]) -> bool:
    """« Denis RIOU Maire »: after a surname in capitals, a common word that is not."""
    if len(tokens) < 3:
        return False
    surname, last = tokens[-2:]
    return (
        surname.kind == "capitals"
        and last.kind == "capitalised"
        and Known.WORD in last.known
        and Known.FIRST not in last.known
    )


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


def _plausible(parts: list[Token], *, noble: bool) -> bool:
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
            long = only.kind != "capitals" or len(only.text) > (4 if noble else 5)
            return long and is_speakable(only.text)
        town = Known.PLACE in only.known and Known.WORD in only.known
        given = only.is_first and only.kind == "capitalised"  # « a convoqué Salomé »
        return bool(only.known & Known.NAME) and (given or not town)
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
    return len(plain) <= len(unknown) and all(
        is_speakable(t.text) or _SHORT.fullmatch(t.text) for t in unknown
    )
