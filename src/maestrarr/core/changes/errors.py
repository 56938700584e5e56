"""Why something was not written, or cannot be taken back, in words."""

import errno
from pathlib import Path
from typing import ClassVar

from maestrarr.kit import disk
from maestrarr.kit.errors import Invalid, NotFound, Problem

_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE}
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ETXTBSY}
_FULL = {errno.ENOSPC, errno.EDQUOT}


class HardLinked(Problem):
    """The file has other names, so an edit in place would change those copies too."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "Choose 'edit' or 'break' as the policy for hard links, or leave it."

    def __init__(self, path: Path, links: int) -> None:
        super().__init__(f"{path.name} has {links} names on disk.", path=str(path), links=links)


class Growing(Problem):
    """The file is still being written."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Try again once its copy or download has ended."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is still being written.", path=str(path))


class ChangedSince(Problem):
    """The file is not what it was when the write was planned."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Nothing was written. Look at it again."

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is no longer as it was when this was planned.", path=str(path)
        )


class Vanished(Problem):
    """There is no such file any more."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Scan its library, so that it is known where it went."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is not there any more.", path=str(path))


class AlreadyThere(Problem):
    """Something stands where a new file was to be."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Nothing was written. Look at what stands there."

    def __init__(self, path: Path) -> None:
        super().__init__(f"There is a {path.name} already.", path=str(path))


class NotAFile(Problem):
    """What stands there is a folder, a link or a device."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Only plain files are written; links are never followed."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is no plain file.", path=str(path))


class OutsideRoot(Invalid):
    """The file does not lie below the folder that it was said to lie below."""

    hint: ClassVar[str] = "Links that lead out of a library are not followed."

    def __init__(self, path: Path, root: Path) -> None:
        super().__init__(f"{path} does not lie below {root}.", path=str(path), root=str(root))


class ReadOnly(Problem):
    """The program may not write there."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = (
        "Let the user that Maestrarr runs as write there, "
        "and see that the disk is not mounted for reading only."
    )

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            f"{path.name} cannot be written: {disk.said(error)}.",
            path=str(path),
            reason=disk.reason_of(error),
            code=disk.code_of(error),
        )


class NoSpace(Problem):
    """The disk is full, or would be."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Free some space there. Nothing was changed."

    def __init__(self, path: Path, needed_bytes: int | None = None) -> None:
        needs = f": {needed_bytes:,} bytes are needed" if needed_bytes else ""
        super().__init__(
            f"There is no space left for {path.name}{needs}.",
            path=str(path),
            needed_bytes=needed_bytes,
        )


class Busy(Problem):
    """Somebody else writes this file now."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Try again in a moment."

    def __init__(self, path: Path) -> None:
        super().__init__(f"Something else is writing {path.name}.", path=str(path))


class LookOnly(Problem):
    """The installation is set to look only."""

    status: ClassVar[int] = 409
    skips: ClassVar[bool] = True
    hint: ClassVar[str] = "Set dry_run to false in the configuration to let it write."

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} was left as it is: this installation only looks.", path=str(path)
        )


class DiskFailed(Problem):
    """The disk did not do what it was told; what stood there before stands there again."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "The file is as it was. See to its disk."

    def __init__(self, path: Path, error: OSError | None = None) -> None:
        """Say what the disk answered; or, without an error, that it kept something else."""
        reason = disk.reason_of(error) if error else "not_as_written"
        code = disk.code_of(error) if error else ""
        super().__init__(
            f"{path.name} could not be written: {disk.WORDS[reason].format(code=code)}.",
            path=str(path),
            reason=reason,
            code=code,
        )


class NotPutBack(Problem):
    """A write failed, and so did taking it back; the journal keeps what stood there."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "See to its disk, then restart: what stood there is kept and put back."

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path.name} could be neither written nor put back: {reason}.", path=str(path)
        )


class JournalUnwritable(Problem):
    """The journal cannot be written, so nothing may be changed."""

    status: ClassVar[int] = 507
    hint: ClassVar[str] = "Nothing was changed. See to the disk of the data folder."

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(
            f"{path.name} was left as it is: the journal cannot be written: {disk.said(error)}.",
            path=str(path),
            reason=disk.reason_of(error),
            code=disk.code_of(error),
        )


class Conflict(Problem):
    """The file is no longer as we left it, so it is not touched."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "It was left as it is. Whoever changed it last knows more."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} was changed by something else since.", path=str(path))


class OriginalGone(Problem):
    """What would be put back is no longer kept."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "The settings of changes say how long originals are kept."

    def __init__(self, path: Path) -> None:
        super().__init__(f"The original of {path.name} is no longer kept.", path=str(path))


class NoSuchChange(NotFound):
    """There is no change with this id."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no change {name}.", change=name)


class AlreadyUndone(Problem):
    """A change can be taken back once."""

    status: ClassVar[int] = 409

    def __init__(self, title: str) -> None:
        super().__init__(f"“{title}” was taken back already.", title=title)


def in_words(path: Path, error: OSError) -> Problem:
    """Say which Problem an error of the disk is."""
    number = error.errno or 0
    if number in _GONE:
        return Vanished(path)
    if number == errno.ELOOP:
        return NotAFile(path)
    if number in _CLOSED:
        return ReadOnly(path, error)
    return NoSpace(path) if number in _FULL else DiskFailed(path, error)
