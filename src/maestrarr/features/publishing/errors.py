"""Why something was not published, or cannot be put back, in words."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from maestrarr.kit.errors import NotFound, Problem, Reasoned


class NotIdentified(Problem):
    """Nobody knows which work the title is, so nothing can be said of it."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "Identify it first: its page offers candidates, or takes an id."

    def __init__(self, title: str) -> None:
        super().__init__(f"Nobody has said yet which work {title} is.", title=title)


class TitleGone(Problem):
    """None of the title's files is there."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "It is published when its files are back."

    def __init__(self, title: str) -> None:
        super().__init__(f"None of the files of {title} is there.", title=title)


class NoFolder(Problem):
    """The folder that the title lies in belongs to no library, or is not there."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "See whether its disk is mounted, then scan its library."

    def __init__(self, folder: Path) -> None:
        super().__init__(f"The folder {folder} is not there.", folder=str(folder))


class NoFolderForSets(Problem):
    """Nobody has said where the pictures of sets shall stand."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = (
        "Name in Settings, under Publishing, the folder that Kodi knows as its movie set "
        "information folder, or that of Jellyfin's collections."
    )

    def __init__(self, title: str) -> None:
        super().__init__(f"No folder is named in which {title} could stand.", title=title)


class SetElsewhere(Problem):
    """A set of the same name is that of another library, and stands for both."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "Players know sets by their names: choose its pictures there."

    def __init__(self, title: str) -> None:
        super().__init__(f"{title} is published as a set of another library.", title=title)


class NothingStands(Problem):
    """The title was never published, so there is nothing to go back to."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Publish it first."

    def __init__(self, title: str) -> None:
        super().__init__(f"{title} was never published.", title=title)


class NfoEdited(Problem):
    """Somebody has edited the NFO file since it was last read."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Scan its library, so that the edit counts; then publish again."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} was edited since it was read.", path=str(path))


class NfoUnreadable(Problem):
    """The NFO file that stands there cannot be written anew without losing some of it."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Mend it, or move it away; a new one is written then."

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path.name} cannot be kept: {reason}", path=str(path), reason=reason)


class PictureGone(Problem):
    """Our own copy of a picture is not there, or is not what it was."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Choose the picture again; artwork check tells which copies are gone."

    def __init__(self, kind: str, title: str) -> None:
        super().__init__(f"Our copy of the {kind} of {title} is gone.", kind=kind, title=title)


class Contested(Problem):
    """Another program rewrites a file as often as we do; it is left to it."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "Stop the other program from writing it, then publish the title by hand."

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Something else has rewritten {path.name} twice within a day.", path=str(path)
        )


class TrailerLeft(Reasoned):
    """No trailer is fetched for a title."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    sentences: ClassVar[Mapping[str, str]] = {
        "off": "Trailers are not fetched, as the settings say.",
        "program": "yt-dlp is not installed, so no trailer of {title} is fetched.",
        "none": "No service names a trailer of {title} at YouTube or Vimeo.",
        "there": "A trailer of {title} stands there already.",
        "kind": "Trailers are of films and series, and {title} is neither.",
    }

    def __init__(self, reason: str, title: str) -> None:
        super().__init__(reason, title=title)


class TrailerFailed(Problem):
    """A trailer could not be fetched."""

    status: ClassVar[int] = 502
    hint: ClassVar[str] = "Sites change often: a newer yt-dlp may help."

    def __init__(self, title: str, why: str) -> None:
        super().__init__(
            f"The trailer of {title} could not be fetched: {why}.", title=title, why=why
        )


class FolderFull(Problem):
    """The disk has less space left than the title's files take."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Make room on the disk; it is tried again by itself."

    def __init__(self, folder: Path, needed_bytes: int, free_bytes: int) -> None:
        super().__init__(
            f"{needed_bytes} bytes are needed in {folder}, and {free_bytes} are free.",
            folder=str(folder),
            needed_bytes=needed_bytes,
            free_bytes=free_bytes,
        )


class NoSuchPublication(NotFound):
    """No publication has this id."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no publication {name}.", publication=name)


class NoSuchVerification(NotFound):
    """No verification has this id."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no verification {name}.", verification=name)
