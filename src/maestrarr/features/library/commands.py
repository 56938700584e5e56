"""What the library's commands at the terminal share: words understood, documents, tables."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.features.library import documents, queries, service
from maestrarr.features.library.documents import Document
from maestrarr.features.library.errors import LibraryUnknown
from maestrarr.features.library.group import LibraryKind, Shape, title_folders
from maestrarr.features.library.models import Library, Title
from maestrarr.features.library.states import TitleState
from maestrarr.features.library.walk import walk
from maestrarr.kit.errors import Invalid
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Terminal

ENOUGH_FOLDERS = 200  # that tell of a kind what all would

Word = TypeVar("Word", LibraryKind, TitleState)


class WordUnknown(Invalid):
    """A word that should be one of a few is another."""

    def __init__(self, option: str, word: str, words: Sequence[str]) -> None:
        super().__init__(
            f"{option} is one of {', '.join(words)}, not {word}.", option=option, word=word
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


def infer_kind(folders: Sequence[Path]) -> LibraryKind:
    """Tell from the names what most of these folders hold; the first of them are enough."""
    walked = (walk(root, most_folders=ENOUGH_FOLDERS) for root in folders)
    found = (folder for each in walked for folder in title_folders(each.top, None))
    shapes = [folder.shape for folder in islice(found, ENOUGH_FOLDERS)]
    is_series = shapes.count(Shape.SERIES) * 2 > len(shapes)
    return LibraryKind.SERIES if is_series else LibraryKind.MOVIES


async def library_document(session: AsyncSession, library: Library) -> Document:
    """Describe a library, and count what it holds."""
    counts = await queries.counts(session, library.id)
    return {
        "id": library.id,
        "name": library.name,
        "kind": library.kind,
        "folders": list(await queries.folders(session, library.id)),
        "titles": counts.titles,
        "files": counts.files,
        "size_bytes": counts.size_bytes,
        "missing": counts.missing,
        "faults": counts.faults,
        "states": dict(counts.by_state),
        "scanned_at": library.scanned_at,
    }


def libraries_table(found: Sequence[Document]) -> Table:
    """Lay out libraries, and how much each holds."""
    return Table(
        ("Library", "Kind", "Titles", "Files", "Size", "Missing", "Faults", "Last scan"),
        [
            (
                library["name"],
                library["kind"],
                library["titles"],
                library["files"],
                documents.size_in_words(library["size_bytes"]),
                library["missing"],
                library["faults"],
                library["scanned_at"] or "never",
            )
            for library in found
        ],
        empty="No library yet. Add one: maestrarr library add FOLDER",
    )


async def titles_table(session: AsyncSession, titles: Sequence[Title]) -> Table:
    """Lay out titles; an episode is named with its series."""
    series = await queries.series_names(session, [title.id for title in titles])
    return Table(
        ("Title", "Kind", "State", "Ids"),
        [
            (
                documents.name_of(documents.stored_title(title), series.get(title.id)),
                title.kind,
                title.state,
                _ids(title),
            )
            for title in titles
        ],
        empty="No title is called so. `maestrarr library scan` looks for new ones on the disk.",
    )


async def shown(
    session: AsyncSession, name: str, *, state: TitleState | None, limit: int
) -> tuple[Document, list[Table | str]]:
    """Describe the library or the title of this name, for a script and for a person.

    Raises:
        TitleUnknown: there is neither.
        TitleAmbiguous: several titles are called so.
    """
    try:
        library = await queries.library_named(session, name)
    except LibraryUnknown:
        return await _shown_title(session, await queries.title_named(session, name))
    return await _shown_library(session, library, state=state, limit=limit)


async def remove(terminal: Terminal, name: str, *, is_sure: bool) -> int:
    """Forget a library once the user is sure."""
    async with terminal.open() as installation:
        async with installation.database.reading() as session:
            library = await queries.library_named(session, name)
        question = f"Forget the library {library.name}? Its files stay as they are."
        if not (is_sure or terminal.confirm(question)):
            terminal.say("Nothing was forgotten; --yes says that you are sure.")
            return ATTENTION
        async with installation.database.writing() as session:
            await service.remove_library(session, library.id)
    terminal.emit({"id": library.id, "removed": True}, table=f"Forgot {library.name}.")
    return DONE


async def _shown_library(
    session: AsyncSession, library: Library, *, state: TitleState | None, limit: int
) -> tuple[Document, list[Table | str]]:
    titles = await queries.titles(session, library_id=library.id, state=state, limit=limit)
    document = await library_document(session, library)
    faults = [documents.fault(fault) for fault in await queries.faults(session, library.id)]
    tables: list[Table | str] = [libraries_table([document])]
    if titles:
        tables.append(await titles_table(session, titles))
    if state is None and len(titles) < document["titles"]:
        tables.append(f"These are {len(titles)} of them; --limit shows more.")
    if faults:
        tables.append(documents.faults_table(faults, only_folder(document["folders"])))
    described = [documents.stored_title(title) for title in titles]
    return document | {"content": described, "content_faults": faults}, tables


def only_folder(folders: Sequence[Path]) -> Path:
    """Return the folder below which paths need no repeating of it."""
    return folders[0] if len(folders) == 1 else Path("/")


async def _shown_title(session: AsyncSession, title: Title) -> tuple[Document, list[Table | str]]:
    below = [title, *await queries.descendants(session, title)]
    described = {each.id: documents.stored_title(each) for each in below}
    files = await queries.files_of(session, list(described))
    tracks = await queries.tracks_by_file(session, [file.id for _, file in files])
    file_documents = {}
    for title_id, file in files:
        described[title_id].setdefault("files", []).append(file.path)
        file_documents[file.id] = documents.stored_file(file, tracks.get(file.id, ()))
    for each in below:
        parent = described.get(each.parent_id) if each.parent_id else None
        described[each.id]["parent"] = parent and parent["key"]
    artwork = await queries.artwork_of(session, title.id)
    document = described[title.id] | {
        "below": [described[each.id] for each in below[1:]],
        "file_details": list(file_documents.values()),
        "artwork": [documents.stored_artwork(each) for each in artwork],
    }
    table = documents.files_table(
        list(described.values()), list(file_documents.values()), title.folder
    )
    return document, [_sheet(title), table]


def _sheet(title: Title) -> Table:
    facts = {
        "Title": documents.name_of(documents.stored_title(title)),
        "Kind": title.kind,
        "State": title.state,
        "Ids": _ids(title),
        "Genres": ", ".join(title.genres),
        "Plot": title.plot,
        "Folder": str(title.folder),
        "Id": str(title.id),
    }
    return Table(("", ""), [(name, value) for name, value in facts.items() if value])


def _ids(title: Title) -> str:
    pairs = (("tmdb", title.tmdb_id), ("tvdb", title.tvdb_id), ("imdb", title.imdb_id))
    return " ".join(f"{service}-{value}" for service, value in pairs if value is not None)


def _one_of(words: type[Word], option: str, word: str | None) -> Word | None:
    if word is None:
        return None
    try:
        return words(word.lower())
    except ValueError:
        raise WordUnknown(option, word, [each.value for each in words]) from None
