"""What can go wrong in a library, in words."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from maestrarr.kit import disk
from maestrarr.kit.errors import Invalid, NotFound, Problem, Reasoned


class LibraryUnknown(NotFound):
    """No library has this name or id."""

    hint: ClassVar[str] = "The list of libraries names them all."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no library called {name}.", name=name)


class LibraryRemoved(Problem):
    """A library was removed before its scan had ended."""

    skips: ClassVar[bool] = True

    def __init__(self, name: str) -> None:
        super().__init__(f"The library {name} has been removed meanwhile.", name=name)


class TitleUnknown(NotFound):
    """No title has this name or id."""

    hint: ClassVar[str] = "Search finds titles by parts of their names."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no title called {name}.", name=name)


class TitleAmbiguous(Invalid):
    """Several titles answer to this name."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Say which one with its id."

    def __init__(self, name: str, found: Sequence[str]) -> None:
        super().__init__(f"{name} may mean {', '.join(found)}.", name=name, found=list(found))


class IdsTaken(Invalid):
    """Another title of the library has one of these ids."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = (
        "If both are one work, write its id into the names of both folders, as in {tmdb-603}, and "
        "scan: then they are versions of one title. Else correct the other one first."
    )

    def __init__(self, name: str, title_id: UUID) -> None:
        super().__init__(f"{name} has this id already.", name=name, title_id=str(title_id))


class NotIdentified(Invalid):
    """A title has no ids that could be said."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Seasons and episodes are identified with their series."

    def __init__(self, kind: str) -> None:
        super().__init__(f"No ids are given to a title of the kind {kind}.", kind=kind)


class TitlesUnclear(Invalid):
    """Something is to be done with titles, and it was not said with which."""

    hint: ClassVar[str] = "Name them, or narrow to some with a filter; not both."

    def __init__(self) -> None:
        super().__init__("It is not clear which titles are meant.")


class NothingToEdit(Invalid):
    """Titles are to be edited, and it was not said how."""

    hint: ClassVar[str] = "Say a field and its value, or what to lock or unlock."

    def __init__(self) -> None:
        super().__init__("Nothing is to be changed about them.")


class NameTaken(Invalid):
    """Another library has this name already."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Choose another name."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a library called {name} already.", name=name)


class NotAFolder(Reasoned, Invalid):
    """A path that should be a folder is none, or cannot be listed."""

    hint: ClassVar[str] = "Check the path, and that this user may read it."

    sentences: ClassVar[Mapping[str, str]] = disk.sentences("{path} cannot be scanned")

    def __init__(self, path: Path, error: Exception) -> None:
        super().__init__(disk.reason_of(error), path=str(path), code=disk.code_of(error))


class FolderNotAllowed(Invalid):
    """A folder lies outside the roots that the configuration allows."""

    status: ClassVar[int] = 403
    hint: ClassVar[str] = "`allowed_roots` in the configuration names what may be a library."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} lies outside the allowed folders.", path=str(path))


class FoldersOverlap(Invalid):
    """One library's folder would lie within another's."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Every file belongs to one library: choose a folder beside it."

    def __init__(self, path: Path, other: Path, library: str) -> None:
        super().__init__(
            f"{path} and {other} of the library {library} overlap.",
            path=str(path),
            other=str(other),
            library=library,
        )


class NotItsFolder(Invalid):
    """A folder that a library is to leave is none of its folders."""

    hint: ClassVar[str] = "Name it as the library itself lists it."

    def __init__(self, folder: str, library: str) -> None:
        super().__init__(
            f"{folder} is no folder of the library {library}.", folder=folder, library=library
        )


class NoFolderLeft(Invalid):
    """A library would be left without any folder."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Add another in the same step, or remove the library."

    def __init__(self, library: str) -> None:
        super().__init__(f"{library} would have no folder.", library=library)


class FolderMissing(Reasoned):
    """A library's folder is not there, or is suddenly empty: a disk that is not mounted."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Mount the disk and scan again; nothing was marked as missing."

    sentences: ClassVar[Mapping[str, str]] = {
        "missing": "{path} is not there.",
        "empty": "{path} is suddenly empty.",
        "went_away": "{path} went away during the scan.",
        "emptied": "{path} was emptied during the scan.",
    }

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(reason, path=str(path))


class TooManyMissing(Problem):
    """So many titles would go missing at once that the user is asked first."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = (
        "If they are really gone, scan again and accept it (on a terminal: --accept-missing); else "
        "check the disk. Nothing was marked as missing."
    )

    def __init__(self, library: str, gone: int, total: int) -> None:
        super().__init__(
            f"{gone} of the {total} titles in {library} are no longer on the disk.",
            library=library,
            gone=gone,
            total=total,
        )


class CursorUnfit(Invalid):
    """A page cannot begin where this says."""

    hint: ClassVar[str] = "`after` is the `next` of the page before, asked in the same order."

    def __init__(self) -> None:
        super().__init__("This is no place in these titles.")


class PictureUnknown(Reasoned, NotFound):
    """A title has no such picture beside its media, or it cannot be shown."""

    hint: ClassVar[str] = "Scan the library again if it was added lately."

    sentences: ClassVar[Mapping[str, str]] = {
        "none": "There is no such picture beside the media.",
        "unreadable": "There is no such picture: its file cannot be read.",
        "elsewhere": "There is no such picture: its file lies outside the library.",
        "too_large": "There is no such picture: it is too large.",
    }
