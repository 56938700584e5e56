"""What the journal says of one write: enough to put back what stood there, and nothing to guess."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from maestrarr.core.changes.plans import (
    header_from_json,
    header_to_json,
    patch_from_json,
    patch_to_json,
)
from maestrarr.core.changes.writes import Deed, Stamp
from maestrarr.media.edits import BytePatch, HeaderPrint


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One write, as it was meant; `path` and `root` are real, `asked` is as the caller spelt it.

    An edit has `patches` and `header`, and is made in place unless it `is_broken` off from the
    file's other names. For everything else, what shall stand there waits under the name `staging`,
    and what stood there keeps the name `kept` until all is settled; `staged` is how the new file
    looks, once it waits. `folders` did not exist before; of a file that is removed, they go with
    it. `spent` is a file that was given away, and is gone in the end.
    """

    id: UUID
    deed: Deed
    root: Path
    path: Path
    asked: Path
    before: Stamp | None
    patches: tuple[BytePatch, ...] = ()
    header: HeaderPrint | None = None
    is_broken: bool = False
    to: Path | None = None
    recycled: Path | None = None
    spent: Path | None = None
    folders: tuple[Path, ...] = ()
    staged: Stamp | None = None

    @property
    def is_in_place(self) -> bool:
        """Whether only bytes of the file change."""
        return self.header is not None and not self.is_broken

    @property
    def staging(self) -> str:
        """The name under which a new file waits; hidden, and of the kind that it will be."""
        return f".maestrarr-{self.id.hex}-new{self.path.suffix}"

    @property
    def kept(self) -> str:
        """The name that the file keeps which stood there before."""
        return f".maestrarr-{self.id.hex}-old{self.path.suffix}"

    def with_staged(self, stamp: Stamp) -> "Entry":
        """Return it with how the new file looks."""
        return replace(self, staged=stamp)

    def to_json(self) -> dict[str, Any]:
        """Write it for the journal."""
        return {
            "id": str(self.id),
            "deed": self.deed,
            "root": str(self.root),
            "path": str(self.path),
            "asked": str(self.asked),
            "before": self.before and self.before.to_json(),
            "patches": [patch_to_json(patch) for patch in self.patches],
            "header": self.header and header_to_json(self.header),
            "is_broken": self.is_broken,
            "to": self.to and str(self.to),
            "recycled": self.recycled and str(self.recycled),
            "spent": self.spent and str(self.spent),
            "folders": [str(folder) for folder in self.folders],
            "staged": self.staged and self.staged.to_json(),
        }

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "Entry":
        """Read what `to_json` has written."""
        return cls(
            id=UUID(said["id"]),
            deed=Deed(said["deed"]),
            root=Path(said["root"]),
            path=Path(said["path"]),
            asked=Path(said["asked"]),
            before=_stamp(said["before"]),
            patches=tuple(patch_from_json(patch) for patch in said["patches"]),
            header=said["header"] and header_from_json(said["header"]),
            is_broken=said["is_broken"],
            to=_path(said["to"]),
            recycled=_path(said["recycled"]),
            spent=_path(said["spent"]),
            folders=tuple(map(Path, said["folders"])),
            staged=_stamp(said["staged"]),
        )


def _stamp(said: Mapping[str, int] | None) -> Stamp | None:
    return None if said is None else Stamp(**said)


def _path(said: str | None) -> Path | None:
    return None if said is None else Path(said)
