"""The questions of `maestrarr setup`, to whom sits at the terminal; Enter skips each."""

from pathlib import Path

from pydantic import SecretStr

from maestrarr.core.accounts.commands import new_password
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.states import Automation
from maestrarr.flows.onboarding.answers import (
    AccountAnswer,
    Answers,
    ConnectionAnswer,
    LibraryAnswer,
)
from maestrarr.kit.terminal import Api, Document, Terminal, asked_unseen

_FOLDERS = {LibraryKind.MOVIES: "films", LibraryKind.SERIES: "series"}
_OF_TITLES = {"describes_titles", "offers_artwork"}


async def ask_for(terminal: Terminal, api: Api, given: Answers) -> Answers:
    """Ask for what is not given."""
    terminal.say("Enter skips a question; whatever is skipped can be set later.")
    language = given.language or terminal.ask("Language of descriptions, such as en:")
    heard = given.hear or _words(terminal.ask("Languages you like to hear, such as en fr:"))
    return given.model_copy(
        update={
            "account": given.account or await _account(terminal, api),
            "libraries": given.libraries or _libraries(terminal),
            "connections": given.connections or await _connections(terminal, api),
            "language": language or None,
            "hear": heard or None,
            "automation": given.automation or _automation(terminal),
            "run": given.run or terminal.confirm("Look after every library now?"),
        }
    )


async def _account(terminal: Terminal, api: Api) -> AccountAnswer | None:
    if (await api.get("users"))["users"]:
        return None
    name = terminal.ask("Name of the first admin:")
    return AccountAnswer(name=name, password=SecretStr(new_password(name))) if name else None


def _libraries(terminal: Terminal) -> list[LibraryAnswer]:
    said = {kind: terminal.ask(f"Folder of your {word}:") for kind, word in _FOLDERS.items()}
    return [
        LibraryAnswer(kind=kind, folders=[Path(folder).expanduser()])
        for kind, folder in said.items()
        if folder
    ]


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


def _automation(terminal: Terminal) -> Automation | None:
    said = terminal.ask(f"What shall it do by itself: {', '.join(Automation)}?").lower()
    return Automation(said) if said in list(Automation) else None


def _words(said: str) -> list[str]:
    return said.replace(",", " ").split()
