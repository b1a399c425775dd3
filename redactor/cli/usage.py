"""The words of wrong usage, in the person's language: argparse speaks English by itself."""

import argparse

from redactor.cli.helps import FRENCH
from redactor.cli.speech import language

_FRENCH = {
    **FRENCH,
    "usage: ": "usage : ",
    "options": "options\N{NO-BREAK SPACE}",
    "positional arguments": "arguments\N{NO-BREAK SPACE}",
    "show this help message and exit": "montrer cette aide",
    "show program's version number and exit": "dire la version du programme",
    "argument %(argument_name)s: %(message)s": "argument %(argument_name)s : %(message)s",
    "the following arguments are required: %s": "il manque %s",
    "unrecognized arguments: %s": "argument inconnu : %s",
    "expected one argument": "une valeur est attendue",
    "expected at least one argument": "une valeur au moins est attendue",
    "expected at most one argument": "une valeur au plus est attendue",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r n’est pas admis (valeurs : %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r n’est pas de la forme attendue",
    "not allowed with argument %s": "incompatible avec l’argument %s",
    "ignored explicit argument %r": "aucune valeur n’est attendue ici (%r)",
    "one of the arguments %s is required": "il faut un des arguments %s",
    "empty text": "texte vide",
}


def said(message: str) -> str:
    """A message of argparse, or one of ours to it, in the person's language."""
    return _FRENCH.get(message, message) if language() == "fr" else message


def speak() -> None:
    """Have argparse speak as we do: it asks `gettext`, which no catalogue of ours can reach."""
    vars(argparse)["_"] = said


def translate(parser: argparse.ArgumentParser) -> None:
    """Say the help of a parser and of its sub-commands in the person's language."""
    if parser.description:
        parser.description = said(parser.description)
    for action in parser._actions:
        if action.help:
            # A line is broken at white space, and none may begin with the colon.
            action.help = said(action.help).replace(" :", "\N{NO-BREAK SPACE}:")
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                each = action.choices[choice.dest]
                each.description = choice.help
                choice.help = said(choice.help or "")
                translate(each)
