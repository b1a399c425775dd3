"""What looks like a person's name and is a thing's: streets, laws, firms, acronyms, code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from redactor.detect.lexicon import Known, fold_word, read_list
from redactor.detect.names import UPPER, WORD
from redactor.detect.properties import is_identifier
from redactor.detect.reader import NameReader
from redactor.detect.rules import spaces
from redactor.detect.things import Things
from redactor.paths import resource

_LINK = (
    r"(?:\s+(?:de|du|des|d'|de la|de l'|le|la|les|l'|saint|sainte|veuve|vve|dr|docteur|"
    r"général|maréchal|président|abbé|professeur|colonel|capitaine|amiral|"
    r"commandant|cardinal|monseigneur|père|sœur|«|\"|“|'))*[\s'\"«“]*"
)
# « salles communales Kerlann », « les sites universitaires Kerlann et Riou »
_ADJECTIVE = (
    r"(?:\s+(?:(?:inter)?communa|municipa|départementa|régiona|nationa|socia)(?:le?s?|ux)|"
    r"\s+(?:publique?|privée?|polyvalente?|scolaire|universitaire|culturel(?:le)?)s?)?"
)
# « square Lucie et Raymond Aubrac »: the cue stands before the other name.
_OTHER_NAME = rf"(?-i:[{UPPER}][\w-]+(?:[ ][{UPPER}][\w-]+)?[ ]et[ ])?"
_ARTICLE = re.compile(
    r"(?:^|[^\w-])(?:l[ea]s?|l'|du|des|aux?|un|une|cette?|ces|ma|mon|mes|notre|nos|"
    r"votre|vos|sa|son|ses|Ma|Mon|La|Les|L'|(?:L[EA]S?|DU|DES|AUX?|UNE?|[SM](?:A|ES|ON)))[ ]?$"
)
#: A name in that of a file: « KERLANN_Solenn ».
FILED = re.compile(rf"[{UPPER}][{UPPER}'-]{{2,}}_[{UPPER}][a-zà-ÿœ-]+")
_ARTICLED = re.compile(r"(?:(?:le|la|les)[ ]|l')([^ ]+)", re.I)
_DETERMINER = re.compile(
    r"(?:ma|mon|mes|notre|nos|votre|vos|leurs?|cette?|ces|mes|une?|quel(?:le)?s?|"
    r"tout(?:es?)?|tous)[ ]",
    re.I,
)
# Letters that can be said: three consonants at most together, a vowel in every group.
_SPEAKABLE = re.compile(
    r"(?=.{3,24}$)(?:[bcdfghjklmnpqrstvwxz]{0,3}[aeiouy]{1,3})+[bcdfghjklmnpqrstvwxz]{0,3}"
)
# « Schlumberger », « Vandenbussche »: letters that are one consonant; « Montgreville »: two words
_DIGRAPHS = re.compile(r"sch|tch|[cpst]h|ck|[cs]z|tz|(?<=[aeo])n[td](?=[bcfgp][lr])")
_CODE_BEFORE = re.compile(
    r"(?:^|\n)[ ]*(?:import|from|require|use)[ ][^\n\"]{0,20}\Z|"
    r"(?<![Mm])(?<!me)(?<![DPM]r)\w[._]\Z|[$#]\Z"
)
_CODE_AFTER = re.compile(r"[(_]\w|=[\w\"']|\.\w+\(|::|[ ]=[ ]?[\w\"']")
# « Véh. gênant », « Sem.   Décision »: a word cut short, not the end of a sentence.
_CUT_SHORT = re.compile(r"\.(?:[ ](?=[a-zà-ÿœ\d])|[ ]{2,}\S)")
# « le rapport | Bothorel »: a sentence that goes on in the next line.
_WRAPPED = re.compile(r"(?<=[^\W\d_] )(?P<end>[a-zà-ÿœ' ]*[a-zà-ÿœ'])[ ]?\n$")
#: A line shorter than this ends where its writer ended it: « Le chef de centre | D. Kerlann ».
_NO_LINE = 24
# « La présidente de l'association | Maud Kerlann »: who signs, and no association's name
_SIGNS = re.compile(
    r"[ \t]*(?:(?:pour|p/o|par)[ ][^.;:\n]{3,90}|(?:pour[ ])?(?:l[ea][ ]|l['’])(?:vice-|sous-)?"
    r"(?:maire|adjointe?|pr[eé]f[eè]te?|direct(?:eur|rice)|cheff?e?|secrétaire|présidente?|"
    r"inspect(?:eur|rice)|responsable|rect(?:eur|rice)|commissaire|greffi(?:er|ère)|"
    r"administrat(?:eur|rice)|trésori(?:er|ère)|comptable|gérante?|proviseure?|principale?|"
    r"médecin|command(?:ant|ante)|déléguée?|gestionnaire|instruct(?:eur|rice)|chargée?)"
    r"(?!\w)[^.;:\n]{0,80})\n",
    re.I,
)
_ALONE = re.compile(rf"(?:[{UPPER}][\w'’.-]*[ ]?){{1,5}}[ \t]*(?:\n|$)")
# « CCAS | DE FIRVEYNE », « PRÉFÈTE | DE LA HAUTE-VÉZÈRE »: of which place a body is
_GENITIVE = re.compile(r"D(?:E|U|ES|E[ ]LA|E[ ]L['’])[ ]")
_HEAD = re.compile(rf"(?<!\w)(?P<word>[{UPPER}]{{3,}})[ ]$")
# « Bésignac | : Y. ROMIEU, … »: the place that some people of a list are of
_LIST_OF = re.compile(
    rf"[ ]:[ ](?:(?:MM?\.|Mmes?)[ ][{UPPER}]|(?:[{UPPER}]\.-?){{1,2}}[ ][{UPPER}]{{2}})"
)
# « SHAARL (Société d'Histoire et d'Archéologie…) »
_SPELLED = re.compile(r"[ ]?\(([^()]{8,120})\)")
# « Lun | Mar | … | Sam | Dim »: the head of a roster
_DAYS = r"(?:lun|mar|mer|jeu|ven|sam|dim)"
_DAY = re.compile(_DAYS, re.I)
_DAY_AFTER = re.compile(rf"[ \t|;,/]+{_DAYS}(?!\w)", re.I)
_DAY_BEFORE = re.compile(rf"(?<!\w){_DAYS}[ \t|;,/]+$", re.I)
_OF = re.compile(r"(?<!\w)(?:de[ ]|d')$")
_OWNER = re.compile(rf"([{UPPER}][a-zà-ÿœ]+(?:-[{UPPER}][a-zà-ÿœ]+)?)[ ][{UPPER}]")
# « Saint Victor des Oules », « St-Siffret »: a town, a parish or a school.
_SAINT = r"(?:Saint|Sainte|SAINTE?|St|Ste|STE?)"
_SAINT_BEFORE = re.compile(rf"(?<![\w-]){_SAINT}(?:-[ ]?|[ ])$")
_SAINT_NAME = re.compile(rf"{_SAINT}[ -]\s?(?P<patron>[{UPPER}][\w'-]*)(?P<rest>.*)", re.S)
_FIRST_NEXT = re.compile(rf"[ ][{UPPER}][a-zà-ÿœ]")
# « les vacances de Toussaint », « le marché de Noël », « le père Noël »
_FEAST = re.compile(r"Toussaint|TOUSSAINT|No[ëe]l|NO[ËE]L|Halloween|HALLOWEEN")
_FEAST_BEFORE = re.compile(
    r"(?<!\w)(?:vacances|congés|fêtes?|marché|repas|goûter|arbre|bons?|sapin|père|veille|période|"
    r"lendemain|soirée|bal|spectacle|colis|décorations?|illuminations?)(?:[ ]scolaires)?"
    r"[ ](?:de[ ](?:la[ ])?|du[ ]|d['’])?$",
    re.I,
)
# The head of a Markdown file: keys and values between two rules.
_SETTING = re.compile(r"[ ]*(?:-[ ])?(?P<key>[\w-]+):(?=\s|$)")
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ ]*$", re.M)
_AUTHORS = frozenset(
    "author authors auteur auteurs autrice nom name contact editor by user owner signature".split()
)
_UNBROKEN = re.compile(r"\S+")
_NEXT_WORD = re.compile(rf"\s[{UPPER}][\w'-]+")
_BALLOT = re.compile(r"blancs?|nuls?", re.I)
_COUNT = re.compile(r"[ ]?[:=][ ]?\d")
_POSTCODE = re.compile(r"(?<!\d)\d{5}[ ]$")
# « , le mardi 14 mars 2019 », « , 3/7/2020 », to the end of the line
_DATE_ONLY = re.compile(
    r",[ ](?:le[ ])?(?:(?:lun|mar|mercre|jeu|vendre|same)di[ ]|dimanche[ ])?\d{1,2}(?:er)?"
    r"(?:[ ][^\W\d_]{3,9}[ ]|[/.-]\d\d?[/.-])\d{2,4}[ .]*(?:$|\n)",
    re.I,
)
_COUNTRY = re.compile(rf"[ ]\((?:[{UPPER}][^\W\d_]+(?:[ '’-][^\W\d_]+){{0,3}}|\d[\dAB]\d?)\)")
_BIRTH_BEFORE = re.compile(r"(?:\d{4}|(?<!\w)[àÀ])[ ]$")
_GENUS_AFTER = re.compile(rf"(?:[ ][a-zà-ÿœ]+)?[ ](?:x[ ])?['‘’][{UPPER}]")
_GENUS_BEFORE = re.compile(
    rf"(?:^|\s)[{UPPER}][a-z]{{3,}}(?:[ ][a-z]{{3,}})?[ ]['‘’](?:[{UPPER}][\w'’-]*[ ]){{0,2}}$"
)
# « jenkins/Jenkinsfile »
_PATH_BEFORE = re.compile(r"[a-z\d_.-]/$")


def is_speakable(word: str) -> bool:
    """Whether the letters of a word, or of each of its parts, can be said: a name, no acronym."""
    folded = _DIGRAPHS.sub("c", fold_word(word))
    parts = [part for part in re.split(r"[-']", folded) if part]
    return bool(parts) and all(
        _SPEAKABLE.fullmatch(part) or (len(parts) > 1 and len(part) < 3) for part in parts
    )


def _is_setting(text: str, start: int) -> bool:
    """« titlepage: true » at the head of a Markdown file: a program's key, or its value."""
    line = text.rfind("\n", 0, start) + 1
    setting = _SETTING.match(text, line)
    if setting is None or setting["key"].lower() in _AUTHORS:
        return False
    head = text.rfind("---\n", 0, line)
    close = _FRONT_END.search(text, line)
    if head < 0 or close is None or text[head - 1 : head] not in ("", "\n"):
        return False
    lines = [each for each in text[head + 4 : close.start()].split("\n") if each.strip()]
    return sum(map(bool, map(_SETTING.match, lines))) * 2 > len(lines)


def is_encoded(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a run of base64, as thumbnails do in properties."""
    around = f"{text[max(start - 80, 0) : start]}x{text[end : end + 80]}"
    place = min(start, 80)
    run = next(m.group() for m in _UNBROKEN.finditer(around) if m.end() > place)
    return len(run) > 60 and any(map(str.isdigit, run)) and "://" not in run and "@" not in run


def counts_votes(text: str, start: int, end: int) -> bool:
    """« Blanc : 1 vote »: beside candidates, a ballot that names none."""
    return bool(_BALLOT.fullmatch(text, start, end) and _COUNT.match(text, end))


def _opens_letter(text: str, start: int, end: int) -> bool:
    """« Kerlann, le 14 mars 2019 », « A Kerlann, le 14.3.19 »: where a letter is written."""
    before = text[text.rfind("\n", 0, start) + 1 : start].strip()
    if not text.startswith(",", end) or before.lower() not in ("", "a", "à", "fait à", "fait a"):
        return False
    return bool(_DATE_ONLY.match(text, end))


def _is_abroad(text: str, start: int, end: int) -> bool:
    """« 03/03/1954 KERLANN (Portugal) », « à Kerlann (Espagne) »."""
    if not text.startswith(" (", end) or not _COUNTRY.match(text, end):
        return False
    return bool(_BIRTH_BEFORE.search(text, max(start - 12, 0), start))


def _is_cultivar(text: str, start: int, end: int) -> bool:
    """« Rosa 'Pierre de Kerlann' »: a genus, and what a gardener called one of its roses."""
    if _GENUS_AFTER.match(text, end):
        return True
    return bool(_GENUS_BEFORE.search(text, max(start - 40, 0), start))


_FIRM_END = re.compile(
    r"[ ](?:(?i:(?:et|&) (?:fils|frères|freres|cie|associés))|SARL|SAS|SA|EURL|SNC)$"
)
# « S.A.S. NORKER »
_FIRM_START = re.compile(
    r"(?:S\.A\.(?:R\.L|S\.?U?)?|S\.C\.[IPS]|S\.N\.C|E\.U\.R\.L|S\.E\.L\.A\.R\.L|G\.[IA]\.E)\.?[ ]"
)


class Vetoes:
    """The rules of `resources/rules/vetoes.toml` and the marks of `resources/lists/marques.txt`."""

    def __init__(self, reader: NameReader) -> None:
        self.lexicon = reader.lexicon
        with (resource("rules") / "vetoes.toml").open("rb") as file:
            entries = tomllib.load(file)["veto"]
        self._before = [
            (_before(e["before"], e.get("linked", True)), str(e["why"]), e.get("owned", False))
            for e in entries
            if "before" in e
        ]
        self._after = [(_after(e["after"]), str(e["why"])) for e in entries if "after" in e]
        self.things = Things(self.lexicon)
        # the model, the rules and the forms find one name and ask of the same words
        self._why_before = lru_cache(maxsize=4096)(self._cued)
        self._marks = read_list(resource("lists") / "marques.txt")
        famous = read_list(resource("lists") / "celebres.txt")
        self._famous = frozenset(name.replace("-", " ") for name in famous)

    def is_saint(self, text: str, start: int, end: int) -> bool:
        """Whether a name that nothing announces is a saint's, and so a town's or a school's:
        « St Victor des Oules », but not « Saint-Just Antoine » nor « SAINT-CRICQ »."""
        if _SAINT_BEFORE.search(text, max(start - 8, 0), start):
            return True
        saint = _SAINT_NAME.fullmatch(text, start, end)
        if saint is None:
            return False
        if " " not in text[start:end]:
            return fold_word(text[start:end]) not in self.lexicon.last
        if saint["patron"].isupper() and _FIRST_NEXT.match(saint["rest"]):
            return False  # « SAINT-OMER Lilwenn »
        rest = re.findall(rf"(?<![\w'-])[{UPPER}][\w'-]+", saint["rest"])
        return not any(Known.FIRST in self.lexicon.of(word) for word in rest)

    def before(self, text: str, start: int) -> str:
        """Why what stands before `start` makes a name there no person's, or nothing."""
        line = text.rfind("\n", max(0, start - 80), start) + 1
        before = text[max(line, start - 60) : start]
        if not before.strip():
            above = _WRAPPED.search(text, max(line - 60, 0), line)
            first = text.rfind("\n", 0, max(line - 1, 0)) + 1
            if above is None or first > line - _NO_LINE + 1:
                return ""
            if _SIGNS.fullmatch(text, first, line) and _ALONE.match(text, start):
                return ""
            before = f"{above.group('end')} {before.lstrip()}"
        return self._why_before(before, self._is_owner(text, start))

    def _cued(self, before: str, owner: bool) -> str:
        return next(
            (
                why
                for pattern, why, owned in self._before
                if not (owner and owned) and pattern.search(before)
            ),
            "",
        )

    def _is_owner(self, text: str, start: int) -> bool:
        """« la maison de Paul Kerlann »: a thing that bears a name does without « de »."""
        match = _OWNER.match(text, start)
        if match is None or not _OF.search(text, max(start - 4, 0), start):
            return False
        return Known.FIRST in self.lexicon.of(match[1])

    def after(self, text: str, end: int) -> str:
        """Why what stands after `end` makes a name there no person's, or nothing."""
        return next((why for pattern, why in self._after if pattern.match(text, end)), "")

    def names_thing(self, text: str, start: int, end: int) -> bool:
        """Whether what stands around a name, or the name itself, says that it is a thing's."""
        return bool(
            self.is_saint(text, start, end)
            or self.before(text, start)
            or self.after(text, end)
            or self.is_mark(text[start:end])
            or (" " not in text[start:end] and self.things.head(text, start))
            or self._holds_cue(text, start, end)
        )

    def is_thing(self, text: str, start: int, end: int) -> bool:
        """Whether what the model alone took for a name is an acronym or a thing's name."""
        word = text[start:end]
        known = self.lexicon.of(word)
        if start and text[start - 1] in "/(" and word.isupper() and not known & Known.NAME:
            return not is_speakable(word) or len(word) < 5
        if _LIST_OF.match(text, end) and " " not in word and not known & Known.NAME:
            return True
        if _GENITIVE.match(word) and (head := _HEAD.search(text, max(start - 24, 0), start)):
            heads = self.lexicon.of(head["word"])
            if heads & (Known.WORD | Known.STOP) and not heads & Known.FIRST:
                return True
        if word.isupper() and not known & Known.NAME and _is_spelled_out(text, word, end):
            return True
        if _DAY.fullmatch(word) and (
            _DAY_AFTER.match(text, end) or _DAY_BEFORE.search(text, max(start - 6, 0), start)
        ):
            return True
        if FILED.fullmatch(word):
            return False  # « RIB_KERLANN_Solenn.pdf »
        if _DETERMINER.match(word) or any(map(is_identifier, word.split())):
            return True
        if _CODE_BEFORE.search(text, max(start - 30, 0), start) or _CODE_AFTER.match(text, end):
            return True  # models.Model, os.Environ(
        if " " not in word and not known & Known.NAME:
            if len(word) < 6 and _CUT_SHORT.match(text, end):
                return True
            if _PATH_BEFORE.search(text, max(start - 2, 0), start):
                return True
        if word.isupper() and "-" in word and self._is_service(word):
            return True
        if self.is_saint(text, start, end) or counts_votes(text, start, end):
            return True
        if is_encoded(text, start, end) or (" " not in word and _is_setting(text, start)):
            return True
        if _FEAST.fullmatch(word) and _FEAST_BEFORE.search(text, max(start - 30, 0), start):
            return True
        following = _NEXT_WORD.match(text, end)
        if following and self._is_famous(text[start : following.end()]):
            return True  # « l'espace Pierre Mendès | France »
        if self.after(text, end) or self.is_mark(word) or self._holds_cue(text, start, end):
            return True
        if _opens_letter(text, start, end) or _is_cultivar(text, start, end):
            return True
        if Known.FIRST not in known and _is_abroad(text, start, end):
            return True
        if Known.PLACE in known and word.istitle() and _POSTCODE.search(text, start - 7, start):
            return True  # « 92160 Antony »
        if self.things.head(text, start):
            return True
        if match := _ARTICLED.fullmatch(word):
            # « le MTEI » is a thing, « Le Goff » a name
            if word[0].isupper() and not word.isupper():
                return bool(self.lexicon.of(match[1]) & (Known.WORD | Known.STOP | Known.PLACE))
            return not (known | self.lexicon.of(match[1])) & Known.LAST
        if " " in word:
            return False
        if not known & Known.NAME and word.isupper() and not is_speakable(word):
            return True
        # « la Technopolice », « le MTEI »: a person's name takes no article
        return bool(_ARTICLE.search(text[max(start - 12, 0) : start]))

    def _is_service(self, word: str) -> bool:
        """« DAJ-PRADA », « IA-IPR »: short capitals, of which none is a first name."""
        parts = word.split("-")
        known = [self.lexicon.of(part) for part in parts]
        stop = any(Known.STOP in k for k in known)
        return stop or (
            all(len(part) < 4 for part in parts) and not any(Known.FIRST in k for k in known)
        )

    def is_mark(self, name: str) -> bool:
        """Whether a name is a trade mark's, a firm's, or that of someone after whom things are
        named."""
        folded = fold_word(" ".join(name.split()))
        mark, _, model = folded.partition(" ")
        if folded in self._marks or self._is_famous(name):
            return True
        if _FIRM_END.search(name) or _FIRM_START.match(name):
            return True
        return f"{mark} *" in self._marks and Known.FIRST not in self.lexicon.of(model)

    def _is_famous(self, name: str) -> bool:
        return fold_word(" ".join(name.split())).replace("-", " ") in self._famous

    def _holds_cue(self, text: str, start: int, end: int) -> bool:
        """« MJC Georges-Brassens », « STE MATÉOS »: the cue was taken for the name's first word."""
        words = list(WORD.finditer(text, start, end))
        if len(words) < 2 or self.lexicon.of(words[0].group()) & Known.FIRST:
            return False
        inner = text[start : words[1].start()]
        return any(pattern.search(inner) for pattern, _, _ in self._before)


def _is_spelled_out(text: str, word: str, end: int) -> bool:
    """Whether the letters of a word, most of them, begin the words in the parenthesis after it."""
    told = _SPELLED.match(text, end)
    if told is None:
        return False
    letters = list(word)
    for sign in filter(str.isupper, told[1]):
        if letters and sign == letters[0]:
            del letters[0]
    said = len(word) - len(letters)
    return said >= 3 and said * 3 >= len(word) * 2


def _before(cues: Sequence[str], linked: bool) -> re.Pattern[str]:
    """`linked`: with « de », « du » between too; « le rapport de X » names who wrote it."""
    link = rf"{_ADJECTIVE}{_LINK}" if linked else r"[\s'\"«“]*"
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(spaces, cues))})s?(?!\w){link}{_OTHER_NAME}$", re.I
    )


def _after(cues: Sequence[str]) -> re.Pattern[Any]:
    return re.compile(rf"[ ]{{1,2}}(?:{'|'.join(map(spaces, cues))})(?![\w-])")
