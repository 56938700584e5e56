"""The questions of `maestrarr setup`, to whom sits at the terminal; Enter skips each.

What is no answer is said to be none, and asked for again: nobody shall learn it at the end.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import SecretStr

from maestrarr.core.accounts.commands import fit_name, fit_password
from maestrarr.features.library import commands as library
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.states import Automation
from maestrarr.flows.onboarding.answers import (
    AccountAnswer,
    Answers,
    ConnectionAnswer,
    LibraryAnswer,
)
from maestrarr.kit.errors import Invalid, Problem
from maestrarr.kit.terminal import Api, Document, Terminal, asked_unseen
from maestrarr.media.facts import UNDETERMINED
from maestrarr.media.languages import normalise

Value = TypeVar("Value")

_FOLDERS = {LibraryKind.MOVIES: "films", LibraryKind.SERIES: "series"}
_OF_TITLES = {"describes_titles", "offers_artwork"}


class NoLanguage(Invalid):
    """Something that was said names no language."""

    def __init__(self, said: str) -> None:
        super().__init__(f"{said} is no language that is known; say it as a code, such as en.")


class NoAutomation(Invalid):
    """Something that was said is no way to work by itself."""

    def __init__(self, said: str) -> None:
        super().__init__(f"{said} is none of {', '.join(Automation)}.")


async def ask_for(terminal: Terminal, api: Api, given: Answers) -> Answers:
    """Ask for what is not given."""
    terminal.say("Enter skips a question; whatever is skipped can be set later.")
    automatic = f"What shall it do by itself: {', '.join(Automation)}?"
    return given.model_copy(
        update={
            "language": given.language
            or _asked(terminal, "Language of descriptions, such as en:", _language),
            "hear": given.hear
            or _asked(terminal, "Languages you like to hear, such as en fr:", _languages),
            "account": given.account or await _account(terminal, api),
            "libraries": given.libraries or await _libraries(terminal, api),
            "connections": given.connections or await _connections(terminal, api),
            "automation": given.automation or _asked(terminal, automatic, _automation),
            "run": given.run or terminal.confirm("Look after every library now?"),
        }
    )


def _asked(terminal: Terminal, question: str, read: Callable[[str], Value]) -> Value | None:
    """Ask until what is said can be read; None where it is skipped."""
    while said := terminal.ask(question):
        try:
            return read(said)
        except Problem as problem:
            terminal.say(str(problem))
    return None


async def _account(terminal: Terminal, api: Api) -> AccountAnswer | None:
    if (await api.get("users"))["users"]:
        return None
    name = _asked(terminal, "Name of the first admin:", fit_name)
    password = fit_password(terminal, name) if name else ""
    return AccountAnswer(name=name, password=SecretStr(password)) if name and password else None


async def _libraries(terminal: Terminal, api: Api) -> list[LibraryAnswer]:
    said = {
        kind: await _folder(terminal, api, f"Folder of your {word}:")
        for kind, word in _FOLDERS.items()
    }
    return [LibraryAnswer(kind=kind, folders=[each]) for kind, each in said.items() if each]


async def _folder(terminal: Terminal, api: Api, question: str) -> Path | None:
    """Ask for a folder until the server can look into it."""
    while said := terminal.ask(question):
        folder = Path(said)
        try:
            await api.get("folders", path=library.as_server_names(api, folder))
        except Problem as problem:
            terminal.say(str(problem))
        else:
            return folder
    return None


async def _connections(terminal: Terminal, api: Api) -> list[ConnectionAnswer]:
    known = {each["kind"] for each in (await api.get("connections"))["connections"]}
    kinds = {each["name"]: each for each in (await api.get("connections/kinds"))["kinds"]}
    wanted = [
        _connection(kind, None)
        for name, kind in kinds.items()
        if name not in known and _OF_TITLES.intersection(kind["abilities"])
    ]
    if terminal.confirm("Look for Sonarr, Radarr and players in your home?"):
        found = (await api.post("connections/discover"))["services"]
        if not found:
            terminal.say("None answers at its usual address.")
        for each in found:
            terminal.say(f"{kinds[each['kind']]['title']} answers at {each['url']}.")
            wanted.append(_connection(kinds[each["kind"]], each["url"]))
    return [each for each in wanted if each is not None]


def _connection(kind: Document, url: str | None) -> ConnectionAnswer | None:
    """Ask for the secret that a kind needs; None when it is skipped."""
    field = next((f for f in kind["fields"] if f["form"] == "secret" and f["is_needed"]), None)
    if field is None:
        return None
    secret = asked_unseen(f"{kind['title']}, {field['name']}")
    config = {field["name"]: secret, **({"url": url} if url else {})}
    return ConnectionAnswer(kind=kind["name"], config=config) if secret else None


def _language(said: str) -> str:
    if normalise(said) == UNDETERMINED:
        raise NoLanguage(said)
    return said


def _languages(said: str) -> list[str]:
    return [_language(each) for each in said.replace(",", " ").split()]


def _automation(said: str) -> Automation:
    try:
        return Automation(said.lower())
    except ValueError:
        raise NoAutomation(said) from None
