"""What `maestrarr audio batches` lays out: runs over many files, and what became of each file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import Document

STATUSES: Final = ("changed", "right", "skipped", "failed")


def listed(found: Sequence[Document]) -> Table:
    """Lay out runs, and how far each is."""
    rows = [
        (
            one["id"],
            one["title"],
            "only looks" if one["dry_run"] else "",
            one["status"],
            f"{one['processed']} of {one['total'] or '?'}",
            counted(one),
            one["created_at"][:16].replace("T", " "),
        )
        for one in found
    ]
    columns = ("Id", "Title", "", "Status", "Files", "Of these", "When")
    return Table(columns, rows, empty="Nothing was gone over yet.")


def files(found: Sequence[Document]) -> Table:
    """Lay out what became of files, and why."""
    rows = [
        (file["status"] or "waiting", file["track_index"], Path(file["path"]), file["reason"] or "")
        for file in found
    ]
    return Table(("Status", "Track", "File", "Why"), rows, empty="No such file.")


def counted(counts: Document) -> str:
    """Say how many files are in each state that any is in."""
    return ", ".join(f"{counts[each]} {each}" for each in STATUSES if counts[each])
