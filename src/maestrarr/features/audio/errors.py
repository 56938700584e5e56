"""What can go wrong about sound, in words."""

from pathlib import Path
from typing import ClassVar

from maestrarr.kit import disk
from maestrarr.kit.errors import Invalid, NotFound, Problem


class RuleUnknown(NotFound):
    """No language rule has this id."""

    hint: ClassVar[str] = "The list of rules names them all."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no language rule {name}.", name=name)


class RuleNameTaken(Invalid):
    """Another language rule has this name already."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Choose another name."

    def __init__(self, name: str) -> None:
        super().__init__(f"There is a rule called {name} already.", name=name)


class TooManyRules(Invalid):
    """There are as many language rules as there may be."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Remove one, or let one rule say what several do."

    def __init__(self, most: int) -> None:
        super().__init__(f"There are {most} rules already.", most=most)


class OrderUnfit(Invalid):
    """An order of language rules does not name each of them once."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Read the rules again: they have changed meanwhile."

    def __init__(self) -> None:
        super().__init__("This order does not name each rule once.")


class NotALanguage(Invalid):
    """A word that should be a language is none that is known."""

    hint: ClassVar[str] = "Such as en, pt-BR, ger or Japanese."

    def __init__(self, word: str) -> None:
        super().__init__(f"{word} is no language that is known.", word=word)


class FileUnknown(NotFound):
    """No media file has this id."""

    hint: ClassVar[str] = "It may have been forgotten; the title's page names the files there are."

    def __init__(self, file_id: str) -> None:
        super().__init__("There is no such file.", file_id=file_id)


class NotInTitle(Invalid):
    """A pin names a file that plays another title."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} does not play this title.", path=str(path))


class NoSuchTrack(Invalid):
    """A file has no sound track of this number."""

    def __init__(self, path: Path, track: int, tracks: list[int]) -> None:
        known = ", ".join(map(str, tracks)) or "none"
        super().__init__(
            f"Track {track} is no sound track of {path.name}; it has {known}.",
            path=str(path),
            track=track,
            tracks=[str(each) for each in tracks],
        )


class NothingToFix(Problem):
    """A file stays as it is: no track fits, or it cannot be edited where it stands."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True

    def __init__(self, path: Path, obstacle: str, reason: str) -> None:
        """Say it by the name of the obstacle, for every language, and by a reason in English."""
        super().__init__(
            f"{path.name} stays as it is. {reason}",
            path=str(path),
            obstacle=f"obstacle_{obstacle.replace(' ', '_')}",
            reason=reason,
        )


class CannotFix(Problem):
    """A file is damaged, or cannot be read."""

    status: ClassVar[int] = 409

    def __init__(self, path: Path, obstacle: str, reason: str) -> None:
        """Say it by the name of the obstacle, for every language, and by a reason in English."""
        super().__init__(
            f"{path.name} was left alone. {reason}",
            path=str(path),
            obstacle=f"obstacle_{obstacle.replace(' ', '_')}",
            reason=reason,
        )


class NotCovered(Invalid):
    """A path lies in no library, and only this machine's own commands may name any other."""

    hint: ClassVar[str] = "Name a path in a library, as the list of libraries shows them."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} lies in no library.", path=str(path))


class NotThere(Invalid):
    """A path that a batch shall go over is not there, or cannot be looked at."""

    hint: ClassVar[str] = "Check the path, and that this user may read it."

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            f"{path} cannot be looked at: {disk.said(error)}.",
            path=str(path),
            reason=disk.reason_of(error),
            code=disk.code_of(error),
        )


class Playing(Problem):
    """A connected player says that it plays the file now."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "It is left as it is until that is over."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is being played now.", path=str(path))


class BatchUnclear(Invalid):
    """A batch names neither paths nor a filter, or both."""

    hint: ClassVar[str] = "Give `path`, or `filter` with at least one condition."

    def __init__(self) -> None:
        super().__init__("It is not clear which files are meant.")


class BatchUnknown(NotFound):
    """No batch has this id."""

    hint: ClassVar[str] = "Batches are kept for as many days as the settings say."

    def __init__(self, batch_id: str) -> None:
        super().__init__(f"There is no batch {batch_id}.", batch_id=batch_id)


class BatchEnded(Problem):
    """A batch has ended: there is nothing left to cancel."""

    status: ClassVar[int] = 409

    def __init__(self, title: str) -> None:
        super().__init__(f"“{title}” has already ended.", title=title)
