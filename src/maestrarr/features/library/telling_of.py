"""What of the disk somebody may want to hear of."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Final

from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.service import Occurrence
from maestrarr.media.facts import FaultKind, FileFault

_OF_MEDIA: Final = frozenset(
    {FaultKind.UNREADABLE, FaultKind.EMPTY, FaultKind.TRUNCATED, FaultKind.DAMAGED}
)


def faults(found: Sequence[FileFault]) -> Iterator[Occurrence]:
    """Say of media files that cannot be played whole, each once for what is wrong with it."""
    for fault in found:
        if fault.kind in _OF_MEDIA:
            yield Occurrence(
                kind=Kind.FILE_FAULTY,
                key=f"fault/{fault.kind}/{fault.path}",
                facts={
                    "title": fault.path.name,
                    "why": str(fault.cause),
                    "fault": fault.kind.value,
                    "fault_cause": asdict(fault.cause),
                    "path": str(fault.path),
                },
            )
