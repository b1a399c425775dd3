"""The grammar of a French name: where one starts, what belongs to it, where it ends."""

from __future__ import annotations

import re

from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import (
    FUNCTION_WORDS,
    PARTICLES,
    UPPER,
    WORD,
    Name,
    Token,
    Trust,
    is_grammar,
    is_noble,
    is_small_name,
)

#: Particles that are first names too, where no surname follows: « voir avec Ben ».
_FIRST_TOO = frozenset({"ben", "abou", "lou", "mac", "van"})
#: « JP Kerlann »: Jean-Pierre, Pierre-Yves.
_TWO_INITIALS = frozenset("JB JC JD JF JG JJ JL JM JN JP JR JS JY PY FX".split())
_NAME_NEXT = re.compile(rf"[ ](?:[Ll]e[ ]|[Dd]e[ ])?[{UPPER}][a-zà-ÿœ{UPPER}]")
_SURNAME_NEXT = re.compile(rf"[ ]?['-]|\s{{1,3}}[{UPPER}]|[ ](?:de|du|el|al)[ ]")
_GIVEN_BEFORE = re.compile(
    rf"(?:(?P<first>[{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?)|"
    r"(?<!\w)(?:M\.|Mme|Mlle|Monsieur|Madame))[ ]$"
)
_SHORT_TITLE = re.compile(r"(?<!\w)(?:M\.|Mme|Mlle)[ ]$")
_ELIDED = re.compile(r"[dD]['’]$")
# « née VU, »
_BORN = re.compile(r"(?<!\w)(?:n[ée]e?|épouse|ép\.|veuve)[ ]$")
# « DE SA Vitor », « DE SA PINTO |»: a surname that letters for a firm are too
_OF = re.compile(r"(?<!\w)D(?:E|A|O|OS|AS)[ ]$")
_NEXT = re.compile(rf"[ ](?P<word>[{UPPER}][\w'-]+)|[ ]?(?:[|;,)\t\n]|$)")
# « LE SAINT »: a particle that ends a surname
_LE = re.compile(r"(?<!\w)L[Ee][ ]$")
_HYPHENED = re.compile(rf"[ ]?[-'][ ]?|[ ][{UPPER}]")
_AFTER_NAME = re.compile(r"[ ]?(?:$|[,;.)(\n]|(?:a|est|et|ne|qui|dit|demande)(?!\w))")
#: What no name opens on, though in capitals.
_JOINTS = frozenset("et ou au aux par pour sur sous avec sans dans qui que ne".split())
_CLOSES = re.compile(r"[ ]*(?:[,.;:)!?\n]|$)")
_CODED = re.compile(r"\d+(?!\d*[^\W\d_])")
_GAP = re.compile(r"[ ]{1,2}|[ ]?\n[ ]*|(?<=\.)|(?<=')")


def _ends_surname(match: re.Match[str]) -> bool:
    """« Armelle LE SAINT », but not « le Saint-Père »."""
    if not match.group("word")[0].isupper() or _HYPHENED.match(match.string, match.end("word")):
        return False
    return bool(_LE.search(match.string, max(match.start() - 4, 0), match.start()))


class NameReader:
    """Reads a name at a place of a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def token(self, match: re.Match[str]) -> Token:
        """What one word of a text is."""
        text = match.group()
        if match.lastgroup == "initial" or match.group("initial"):
            return Token(match.start(), match.end(), text, "initial", Known.NOTHING)
        if match.group("elided"):
            return Token(match.start(), match.end(), text, "particle", Known.NOTHING)
        word = match.group("word")
        low = word.lower()
        end = match.end("word")
        if low in PARTICLES and not (
            (low in _FIRST_TOO and word.istitle() and not _SURNAME_NEXT.match(match.string, end))
            or (low == "saint" and _ends_surname(match))
        ):
            return Token(match.start(), end, word, "particle", Known.NOTHING)
        known = self.lexicon.of(word)
        if low in _FIRST_TOO:
            known = Known.FIRST
        if self.lexicon.is_plural_stop(word) and self._given(match):
            known = Known.NOTHING  # « Lina Gares »
        elif Known.STOP in known and self._is_titled(match):
            known = Known.NOTHING  # « Mme Escalier »
        elif (
            Known.STOP in known
            and "-" in word
            and _ELIDED.search(match.string, max(match.start() - 2, 0), match.start())
        ):
            known = Known.NOTHING  # « d'Ars-Lussan »
        elif Known.STOP in known and word.isupper() and self._is_surname(match, known):
            known &= ~Known.STOP
        if not word[0].isupper():
            # d'Hauteville, l'Estrange: an elided particle read with its name
            if len(word) > 3 and word[1] == "'" and word[0] in "dl" and word[2].isupper():
                return Token(match.start(), end, word, "capitalised", self.lexicon.of(word[2:]))
            kind = "small"
        elif len(word) == 1 or (word in _TWO_INITIALS and _NAME_NEXT.match(match.string, end)):
            return Token(match.start(), match.end(), text, "initial", known)
        elif word.isupper():
            kind = "capitals"
        else:
            kind = "capitalised"
        return Token(match.start(), end, word, kind, known)

    def _is_titled(self, match: re.Match[str]) -> bool:
        """Whether the short title of one person stands right before a word that is no function,
        and the sentence goes on as after a name."""
        word = match.group("word")
        return bool(
            word[0].isupper()
            and _SHORT_TITLE.search(match.string, max(match.start() - 5, 0), match.start())
            and not self.lexicon.is_function(word)
            and _AFTER_NAME.match(match.string, match.end("word"))
        )

    def _is_surname(self, match: re.Match[str], known: Known) -> bool:
        """Whether capitals that mean something else too are a surname where they stand: « M. JUGE
        Thierry », « (pouvoir à M. MAIRE) », « née VU », « DE SA Vitor »."""
        text, start = match.string, match.start()
        following = _NEXT.match(text, match.end("word"))
        if following is None:
            return False
        after = self.lexicon.of(following["word"]) if following["word"] else Known.NOTHING
        if _SHORT_TITLE.search(text, max(start - 5, 0), start):
            if following["word"]:
                # « M. JUGE Thierry », « Mme VU THI Lan »
                given = Known.FIRST in after and Known.STOP not in after
                return given and (following["word"].istitle() or Known.LAST in known)
            before = text[max(start - 40, 0) : start - 4]
            return Known.LAST in known and any(map(str.islower, before))
        if Known.LAST not in known:
            return False
        if _BORN.search(text, max(start - 7, 0), start):
            return True
        named = not following["word"] or bool(after & Known.NAME)
        return named and bool(_OF.search(text, max(start - 4, 0), start))

    def _given(self, match: re.Match[str]) -> bool:
        """Whether a first name, or the title of one person, stands right before a word."""
        before = _GIVEN_BEFORE.search(match.string, max(match.start() - 24, 0), match.start())
        if not before or not before["first"]:
            return bool(before)
        return self.lexicon.of(before["first"]) & (Known.FIRST | Known.WORD) == Known.FIRST

    def read(
        self,
        text: str,
        start: int,
        end: int,
        trust: Trust = Trust.STRONG,
        *,
        small: bool = False,
        common: bool = False,
        torn: bool = False,
        lines: bool = True,
    ) -> Name | None:
        """The name that starts at `start`, or None. `small` also reads known small letters,
        `common` a common word in small letters that ends the clause, `torn` the second half of
        a word that OCR cut; `lines` lets it go on after one line break where the words allow it."""
        tokens: list[Token] = []
        position = start
        broken = False
        while len(tokens) < 9:
            match = WORD.match(text, position, end)
            if not match or match.end() == position:
                break
            token = self.token(match)
            if _CODED.match(text, token.end, end):
                break  # « CM2 », « S12 »: a code, not a name
            if not (
                self._continues(tokens, token, small=small)
                or (common and self._is_closing(tokens, token, text))
                or (torn and self._is_torn(tokens, token))
            ):
                break
            tokens.append(token)
            position = token.end
            gap = _GAP.match(text, position, end)
            if not gap:
                break
            if "\n" in gap.group():
                following = WORD.match(text, gap.end(), end)
                if not lines or broken or not following:
                    break
                if not self._crosses(tokens, self.token(following)):
                    break
                broken = True
            position = gap.end()
        while tokens and (self._hangs(tokens) or self._dangles(tokens)):
            tokens.pop()
        name = Name(tuple(tokens)) if tokens else None
        if name and name.tokens[0].text.lower() in _JOINTS:
            return None  # « ASSESSEURS | ET TOURS DE GARDE »
        if name is None or not any(t.kind != "initial" for t in name.parts):
            return None
        if trust is Trust.NAMED and self._is_town(name):
            return None
        if self._is_function(name) or (trust is not Trust.STRONG and is_grammar(name)):
            return None
        if name.end - name.start < 2 or (trust is Trust.WEAK and not name.is_supported):
            return None
        known = name.is_supported or name.is_named
        if trust is Trust.SURNAME and not (known or name.is_proper):
            return None
        if trust is Trust.NAMED and not known:
            return None
        if trust is Trust.FIRST and not name.is_first:
            return None
        if trust is Trust.SMALL and not is_small_name(name):
            return None
        return None if trust is Trust.KNOWN and not name.is_known else name

    def _is_town(self, name: Name) -> bool:
        """« 8 h 10 La Chapelle »: an article that is part of a town's name."""
        articled = name.tokens[0].text in ("La", "Le", "Les") and len(name.tokens) == 2
        return articled and bool(
            self.lexicon.of(" ".join(t.text for t in name.tokens)) & Known.PLACE
        )

    @staticmethod
    def _is_function(name: Name) -> bool:
        """« Monsieur Le Maire »: an article and a function. « Bruno Le Maire » opens on his
        first name."""
        only = name.parts[-1]
        articled = name.tokens[0].text.lower() in ("le", "la", "les", "l'")
        return articled and len(name.parts) == 1 and Known.STOP in only.known

    def _continues(self, tokens: list[Token], token: Token, *, small: bool) -> bool:
        if token.kind == "particle":
            low = token.text.lower()
            if not tokens:
                return token.text[0].isupper() or low not in ("le", "la", "les", "l'", "ou", "y")
            return not (token.text == "ou" and tokens)
        if token.is_stop:
            return is_noble(tokens) and token.kind == "capitals"
        if token.kind == "small":
            # « mr kerdoncuff sont »: a second word of no list may be a verb
            if not small or token.text in FUNCTION_WORDS:
                return False
            given = all(t.is_first or t.kind == "particle" for t in tokens)
            plain = token.known in (Known.NOTHING, Known.PLACE)  # « m. fontvieille »
            return bool(token.known & Known.NAME) or (plain and given)
        return True

    @staticmethod
    def _is_closing(tokens: list[Token], token: Token, text: str) -> bool:
        """« Mme léa marchandise, »: a common word that ends the clause."""
        return (
            token.kind == "small"
            and not token.is_stop
            and len(token.text) > 2
            and token.text not in FUNCTION_WORDS
            and all(t.is_first or t.kind == "particle" for t in tokens)
            and bool(_CLOSES.match(text, token.end))
        )

    def _is_torn(self, tokens: list[Token], token: Token) -> bool:
        """« Szyman ski », « Le febvre »: the second half of a word, a part of no list itself."""
        if token.kind != "small" or not tokens or token.text in FUNCTION_WORDS:
            return False
        last = tokens[-1]
        if last.text[0].islower() or len(token.text) > 8:
            return False
        whole = self.lexicon.of(last.text + token.text)
        if whole & Known.NAME:
            return len(last.text) < 4 or not last.known & Known.NAME
        if token.known:
            return False
        # « Kerzerho répond », « Kerlann suit »: forms of irregular verbs are in no list
        verb = token.text.endswith(("t", "d", "ra", "s"))
        return not (verb or whole or last.known or last.kind == "particle")

    @staticmethod
    def _hangs(tokens: list[Token]) -> bool:
        """Whether a particle ends the name. « Thi Kim Anh LE » ends on its surname."""
        last = tokens[-1]
        if last.kind != "particle":
            return False
        surname = len(last.text) > 1 and last.text.isupper() and "'" not in last.text
        return not (surname and any(t.kind == "capitalised" for t in tokens[:-1]))

    def _dangles(self, tokens: list[Token]) -> bool:
        """Whether the last word is the capital of a sentence's next word, or an initial alone."""
        last = tokens[-1]
        if len(tokens) < 2:
            return False
        if last.is_stop and not is_noble(tokens[:-1]):
            return True
        # « Solenn RIOU Maire »: a function after a whole name
        if (
            len(tokens) > 2
            and Known.STOP in last.known
            and last.kind == "capitalised"
            and tokens[-2].kind == "capitals"
            and not last.is_first
        ):
            return True
        # « M. Durand Directeur », « Cécile Aubry Attachée »: a common word after a full name
        return (
            len([t for t in tokens if t.kind != "particle"]) > 2
            and last.kind == "capitalised"
            and Known.WORD in last.known
            and not last.known & Known.NAME
        )

    def _crosses(self, tokens: list[Token], following: Token) -> bool:
        """Whether a name goes on after a line break: only where what stands before is half one."""
        parts = [token for token in tokens if token.kind != "particle"]
        if not parts:
            return following.kind in ("capitals", "capitalised")
        if following.kind not in ("capitals", "capitalised", "particle"):
            return False
        if tokens[-1].kind == "particle":
            return True
        if Known.STOP in following.known:
            return False
        if len(parts) > 1 and following.kind != "capitals":
            pass  # two words make a whole name: only its NOM may still come
        elif parts[-1].kind == "initial" and not parts[-1].text.endswith("."):
            return False  # « (06 92 31 45 78) P | MOE »
        elif all(token.kind == "initial" or token.is_first for token in parts):
            if following.kind == "particle":
                return following.text.lower() in (
                    "de",
                    "du",
                    "d'",
                    "le",
                    "la",
                    "van",
                    "von",
                    "ben",
                    "el",
                )
            if all(token.kind == "capitals" for token in parts) != (following.kind == "capitals"):
                return following.kind == "capitals" or bool(following.known & Known.LAST)
            return Known.WORD not in following.known or Known.LAST in following.known
        if all(token.kind == "capitals" for token in parts):
            return following.kind == "capitalised" and following.is_first
        return False
