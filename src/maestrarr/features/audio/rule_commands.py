"""What `maestrarr audio rules` and `audio pin` do."""

from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

from maestrarr.features.audio.commands import real_name
from maestrarr.features.audio.errors import NoSuchTrack, RuleUnknown
from maestrarr.features.library import commands as library
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import Api, Document
from maestrarr.kit.text import as_on_disk, readable

_CONDITIONS = ("path", "genre", "tag")


async def rules(api: Api) -> list[Document]:
    """Return every rule, in the order in which they are asked."""
    found: list[Document] = (await api.get("audio/rules"))["rules"]
    return found


async def named(api: Api, name: str) -> Document:
    """Return the rule of this name or id.

    Raises:
        RuleUnknown: there is none.
    """
    for rule in await rules(api):
        if name in (rule["name"], rule["id"]):
            return rule
    raise RuleUnknown(name)


async def as_sent(api: Api, said: Mapping[str, object], library_name: str | None) -> Document:
    """Put a rule as the API takes it: it knows libraries by their ids."""
    library_id = None
    if library_name is not None:
        library_id = library.one_named(library_name, await library.libraries(api))["id"]
    return {**said, "library_id": library_id}


async def table(api: Api, found: Sequence[Document]) -> Table:
    """Lay out rules with their conditions."""
    names = {each["id"]: each["name"] for each in await library.libraries(api)}
    rows = [
        (
            rule["position"] + 1,
            rule["name"],
            " ".join(rule["languages"]),
            _where(rule, names),
            rule["undetermined_is"] or "",
        )
        for rule in found
    ]
    columns = ("", "Name", "Languages", "Where", "Unsaid is")
    return Table(columns, rows, empty="There are no language rules.")


def outcome(told: Document) -> list[Table | str]:
    """Lay out what a rule would do."""
    sentence = f"It decides about {told['files']} files, and would change {told['would_change']}."
    rows = [
        (Path(file["path"]), file["before"], file["wanted"], file["reason"])
        for file in told["listed"]
    ]
    listed = [Table(("File", "Now", "Then", "Why"), rows)] if rows else []
    return [*listed, sentence]


async def pin(api: Api, name: str, track: int, file: Path | None) -> Document:
    """Pin a track of a title: in the file that is named, or its first that has it.

    Raises:
        NoSuchTrack: no file of it has such a sound track.
    """
    title = await api.get("titles/find", name=name)
    place = file and readable(as_on_disk(real_name(api, file)))
    known: set[int] = set()
    async for each in _files_of(api, title["id"]):
        known.update(sound["index"] for sound in each["tracks"])
        has_it = track in [sound["index"] for sound in each["tracks"]]
        if has_it and place in (None, each["path"]):
            body = {"file_id": each["file_id"], "track": track}
            return await api.put(f"titles/{title['id']}/audio/pin", body)
    raise NoSuchTrack(Path(name), track, sorted(known))


async def unpin(api: Api, name: str) -> Document:
    """Let rules and languages decide about a title again."""
    title = await api.get("titles/find", name=name)
    return await api.delete(f"titles/{title['id']}/audio/pin")


def pinned(told: Document) -> Table:
    """Lay out what is decided about a title's files."""
    rows = [
        (Path(file["path"]), ", ".join(map(str, file["current"])), file["wanted"], file["reason"])
        for file in told["files"]
    ]
    return Table(("File", "Now", "Wanted", "Why"), rows)


async def _files_of(api: Api, title_id: str) -> AsyncIterator[Document]:
    """Go over a title's files; each page has them read, so no more are asked for than it takes."""
    after: str | None = None
    while True:
        page = await api.get(f"titles/{title_id}/audio", after=after)
        for file in page["files"]:
            yield file
        if (after := page["next"]) is None:
            return


def _where(rule: Document, libraries: Mapping[str, str]) -> str:
    said = [f"{name} {rule[name]}" for name in _CONDITIONS if rule[name]]
    if rule["library_id"]:
        said.append(f"library {libraries.get(rule['library_id'], rule['library_id'])}")
    return ", ".join(said) or "everywhere"
