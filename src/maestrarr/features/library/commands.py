"""What the library's commands at the terminal share: words understood, and what they ask for."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, TypeVar

from maestrarr.features.library import layout
from maestrarr.features.library.errors import LibraryUnknown, TitlesUnclear
from maestrarr.features.library.group import LibraryKind
from maestrarr.features.library.states import TitleState
from maestrarr.kit.errors import Invalid
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import Api, Document
from maestrarr.kit.text import storable

FIELDS = (
    "id", "kind", "state", "title", "year", "season_number", "episode_number", "premiered",
    "tmdb_id", "tvdb_id", "imdb_id", "genres", "folder", "is_monitored", "added_at",
    "missing_since", "size_bytes",
)  # fmt: skip

Word = TypeVar("Word", LibraryKind, TitleState)


class WordUnknown(Invalid):
    """A word that should be one of a few is another."""

    def __init__(self, option: str, word: str, words: Sequence[str]) -> None:
        super().__init__(
            f"{option} is one of {', '.join(words)}, not {word}.", option=option, word=word
        )


class FilterUnclear(Invalid):
    """A word that should narrow to some titles does not."""

    def __init__(self, word: str, keys: Sequence[str]) -> None:
        super().__init__(
            f"{word} is no KEY=VALUE with one of the keys {', '.join(keys)}.", word=word
        )


class IdsUnclear(Invalid):
    """A title is to be identified, and it was not said as what."""

    hint: ClassVar[str] = "Give --tmdb, --tvdb or --imdb; or --undo, alone."

    def __init__(self) -> None:
        super().__init__("It is not clear which work it is.")


class NotFromTheTop(Invalid):
    """A folder on another machine is named from where this one stands."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is on the server: name it from the top, as in /media/films.",
            folder=str(folder),
        )


def kind_named(word: str | None) -> LibraryKind | None:
    """Understand the word for a library's kind.

    Raises:
        WordUnknown: it is none.
    """
    return _one_of(LibraryKind, "--kind", word)


def state_named(word: str | None) -> TitleState | None:
    """Understand the word for a title's state.

    Raises:
        WordUnknown: it is none.
    """
    return _one_of(TitleState, "--state", word)


def as_server_names(api: Api, folder: Path) -> str:
    """Name a folder as whoever answers sees it, and as JSON takes it.

    Raises:
        NotFromTheTop: the server is elsewhere, and the path does not begin at the top.
    """
    if api.is_here:
        return storable(str(folder.expanduser().absolute()))
    if not folder.is_absolute():
        raise NotFromTheTop(folder)
    return storable(str(folder))


async def libraries(api: Api) -> list[Document]:
    """Return every library."""
    found: list[Document] = (await api.get("libraries"))["libraries"]
    return found


def find_named(name: str, among: Sequence[Document]) -> Document | None:
    """Return the library of this name or id, or None."""
    return next((each for each in among if name in {each["name"], each["id"]}), None)


def one_named(name: str, among: Sequence[Document]) -> Document:
    """Return the library of this name or id.

    Raises:
        LibraryUnknown: there is none.
    """
    found = find_named(name, among)
    if found is None:
        raise LibraryUnknown(name)
    return found


async def faults_of(api: Api, library: Document) -> list[Document]:
    """Return what is wrong with a library's files, by path."""
    found = await api.pages("faults", "faults", by="after", library=library["id"])
    return sorted(found, key=lambda fault: (fault["path"], fault["kind"]))


async def shown(
    api: Api, name: str, *, state: TitleState | None, limit: int
) -> tuple[Document, list[Table | str]]:
    """Describe the library or the title of this name, for a script and for a person."""
    library = find_named(name, await libraries(api))
    if library is None:
        return await _shown_title(api, await api.get("titles/find", name=name))
    return await _shown_library(api, library, state=state, limit=limit)


async def monitored(
    api: Api, names: Sequence[str], where: Sequence[str], *, is_monitored: bool
) -> tuple[Document, str]:
    """Have titles of these names, or all that fit, looked after or left alone; return the news.

    Raises:
        TitlesUnclear: neither names nor a filter were given, or both.
    """
    if bool(names) == bool(where):
        raise TitlesUnclear
    found = [await api.get("titles/find", name=name) for name in names]
    ids = [title["id"] for title in found]
    meant = {"ids": ids} if names else {}
    wanted = await read_filter(api, where)
    changed = await api.post("titles/monitor", {"is_monitored": is_monitored, **meant}, **wanted)
    says = "looked after from now on" if is_monitored else "left alone from now on"
    document = {"ids": ids, "is_monitored": is_monitored} | changed
    if len(found) == 1:
        return document, f"{found[0]['title']} is {says}."
    return document, f"{changed['changed']:,} titles changed: they are {says}."


async def read_filter(api: Api, words: Sequence[str]) -> Document:
    """Read words such as `genre=Drama` as a filter; a library is known by its name, too.

    Raises:
        FilterUnclear: a word is no such thing.
    """
    from maestrarr.features.library.schemas import TitleFilter  # noqa: PLC0415  # takes long

    fields = TitleFilter.model_fields
    wanted: Document = {}
    for word in words:
        key, _, value = word.partition("=")
        if key not in fields or not value:
            raise FilterUnclear(word, list(fields))
        if key == "library":
            value = one_named(value, await libraries(api))["id"]
        if isinstance(fields[key].default, list):
            wanted.setdefault(key, []).append(value)
        else:
            wanted[key] = value
    return wanted


async def identified(api: Api, name: str, ids: Document, *, undo: bool) -> tuple[Document, str]:
    """Say which title of this name is which work, or take that back; return it and the news.

    Raises:
        IdsUnclear: neither ids nor their end was asked for, or both.
    """
    said = {service: value for service, value in ids.items() if value is not None}
    if bool(said) == undo:
        raise IdsUnclear
    found = await api.get("titles/find", name=name)
    place = f"titles/{found['id']}/ids"
    title = await (api.delete(place) if undo else api.put(place, said))
    document = {name: title[name] for name in ("id", "title", "year", "state", "ids")}
    if undo:
        return document, f"What {title['title']} is, its name and its NFO file say again."
    words = ", ".join(f"{service.removesuffix('_id')} {value}" for service, value in said.items())
    return document, f"{title['title']} is {words} from now on, whatever its files say."


def only_folder(library: Document) -> Path:
    """Return the folder below which paths need no repeating of it."""
    folders = library["folders"]
    return Path(folders[0] if len(folders) == 1 else "/")


async def _shown_library(
    api: Api, library: Document, *, state: TitleState | None, limit: int
) -> tuple[Document, list[Table | str]]:
    titles = await api.pages(
        "titles",
        "titles",
        by="after",
        most=limit,
        library=library["id"],
        state=state,
        fields=FIELDS,
    )
    faults = await faults_of(api, library)
    tables: list[Table | str] = [layout.libraries_table([library])]
    if titles:
        tables.append(layout.titles_table(titles))
    if state is None and len(titles) < library["titles"]:
        tables.append(f"These are {len(titles)} of them; --limit shows more.")
    if faults:
        tables.append(layout.faults_table(faults, only_folder(library)))
    return library | {"content": titles, "content_faults": faults}, tables


async def _shown_title(api: Api, title: Document) -> tuple[Document, list[Table | str]]:
    below = await api.pages("titles/inventory", "titles", by="after", title=title["id"])
    titles, files = layout.apart(below)
    table = layout.files_table(titles, files, Path(title["folder"]))
    others = [each for each in titles if each["id"] != title["id"]]
    document = title | {"below": others, "file_details": files}
    return document, [layout.title_sheet(title), table]


def _one_of(words: type[Word], option: str, word: str | None) -> Word | None:
    if word is None:
        return None
    try:
        return words(word.lower())
    except ValueError:
        raise WordUnknown(option, word, [each.value for each in words]) from None
