"""Rooms are entered by their front doors, are all known, and name what they offer as agreed."""

import ast
import re
from collections.abc import Iterator

from house import CHECKOUT, Source, sources

from maestrarr import rooms

FRONT_DOORS = {"service", "models", "schemas", "events", "errors", "jobs"}
OTHER_DOORS = {
    "core.accounts.access": "how a route states who may call it",
    "core.accounts.attempts": "how often somebody may fail",
    "core.accounts.audit": "how a room says what was done, and by whom",
    "core.accounts.commands": "how a terminal asks for a new password",
    "core.accounts.callers": "who asks, without HTTP",
    "core.accounts.languages": "what people are written to in",
    "core.connections.pictures": "how a picture that a service names is got, and made small",
    "core.changes.looking": "how files looked a moment apart",
    "core.changes.settings": "what holds of writes where a room does not say",
    "core.changes.writes": "what a room asks to be written, and what became of it",
    "core.events.listening": "how a room listens to news from below",
    "core.jobs.arguments": "how every text in what JSON holds is changed",
    "core.jobs.registry": "how a room declares its jobs",
    "core.jobs.running": "what a job's handler is given",
    "core.jobs.schedules": "how a room says what starts by itself",
    "core.jobs.settings": "how long jobs are kept, for what sweeps them",
    "core.jobs.states": "the words for how a job ended",
    "core.notifications.kinds": "the words for what somebody may want to hear of",
    "core.settings.cache": "settings that are read often",
    "core.settings.registry": "how a room declares its settings",
    "features.artwork.cache": "where our copies of pictures lie",
    "features.artwork.settings": "of how many actors portraits stand beside what they play in",
    "features.artwork.steps": "artwork's part in a longer job",
    "features.audio.steps": "sound's part in a longer job",
    "features.library.beside": "how a room above lets files stand beside media",
    "features.library.commands": "how a terminal names paths and libraries",
    "features.library.describe": "the fields of titles, and who may say them",
    "features.library.edit_requests": "how users name fields and say what stands in them",
    "features.library.edits": "which titles somebody means who asks for something to be done",
    "features.library.filters": "which titles a filter means",
    "features.library.group": "the word for a library's kind, for who answers at a terminal",
    "features.library.identify": "where a room above says which work a title is",
    "features.library.identity": "by what a title is known again when it returns",
    "features.library.in_nfo": "whose data a title shows",
    "features.library.marks": "where a room above writes down what it knows of a file",
    "features.library.progress": "where a room above says how far a title has come",
    "features.library.described_before": "how titles get back what was known of them",
    "features.library.published": "where publishing writes down how far titles are",
    "features.library.queries": "what is asked of titles by more rooms than one",
    "features.library.renewal": "where a room above writes down how a file is that it wrote",
    "features.library.scanning": "a scan as a part of a longer job",
    "features.library.sets": "what sets say of themselves, for their movies",
    "features.library.states": "the words for titles and files",
    "features.library.telling": "where a room above writes what it says of titles",
    "features.library.walk": "how a folder is walked, whatever lies in it",
    "features.metadata.steps": "metadata's part in a longer job",
    "features.publishing.steps": "publishing's part in a longer job",
    "flows.webhooks.looking": "which library a folder of a sender belongs to",
}
FLOORS = ("core", "features", "flows")


def test_another_room_is_entered_by_its_front_door() -> None:
    trespasses = [
        f"{source.name} imports {target}"
        for source in sources()
        if (own := _room(source.module))
        for target in _imports(source)
        if (other := _room(target)) and other != own and not _is_door(target, other)
    ]

    assert trespasses == []


def test_every_room_stands_in_the_list_of_rooms() -> None:
    standing = {room for source in sources() if (room := _room(source.module))}

    assert set(rooms.ROOMS) == standing


def test_a_job_is_named_by_its_room_and_a_verb_and_is_documented() -> None:
    documented = (CHECKOUT / "docs" / "reference" / "jobs.md").read_text()
    kinds = {kind: source for source in sources() for kind in _job_kinds(source)}

    assert kinds
    for kind, source in kinds.items():
        room, verb = kind.split(".")
        assert _room(source.module) in {f"core.{room}", f"features.{room}", f"flows.{room}"}
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", verb)
        assert f"`{kind}`" in documented


def _room(module: str) -> str | None:
    floor, _, rest = module.partition(".")
    name = rest.partition(".")[0]
    return f"{floor}.{name}" if floor in FLOORS and name else None


def _is_door(target: str, room: str) -> bool:
    inside = target.removeprefix(room).removeprefix(".")
    door = inside.partition(".")[0]
    return door in FRONT_DOORS or f"{room}.{door}" in OTHER_DOORS


def _imports(source: Source) -> Iterator[str]:
    """Name what a file imports of ours; of `from room import name`, the name counts too."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.startswith("maestrarr."):
                yield name.removeprefix("maestrarr.")


def _job_kinds(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        for decorator in getattr(node, "decorator_list", ()):
            match decorator:
                case ast.Call(func=ast.Name(id="job"), args=[ast.Constant(value=str(kind)), *_]):
                    yield kind
