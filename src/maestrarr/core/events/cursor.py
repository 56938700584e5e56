"""Which events a listener has had."""

import re
from dataclasses import dataclass

MOST_GAPS = 100
LARGEST = 2**63 - 1

_WRITTEN = re.compile(r"\d{1,19}(-\d{1,19}(\.\d{1,19})*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cursor:
    """Every event up to `highest`, but for the `gaps`: numbers that nobody has seen yet.

    On PostgreSQL two transactions take numbers in one order and may commit in the other, so a gap
    is an event that may still come, or the number of one that was rolled back.
    """

    highest: int = 0
    gaps: frozenset[int] = frozenset()

    @classmethod
    def read(cls, written: str) -> "Cursor | None":
        """Read a cursor as it was sent; None for what was never one."""
        if not _WRITTEN.fullmatch(written):
            return None
        highest, _, gaps = written.partition("-")
        numbers = frozenset(map(int, gaps.split("."))) if gaps else frozenset()
        if max(int(highest), *numbers, 0) > LARGEST or len(numbers) > MOST_GAPS:
            return None
        return cls(int(highest), numbers)

    def __str__(self) -> str:
        gaps = ".".join(map(str, sorted(self.gaps)))
        return f"{self.highest}-{gaps}" if gaps else str(self.highest)

    def covers(self, number: int) -> bool:
        """Tell whether the listener has had this event."""
        return number <= self.highest and number not in self.gaps

    def after(self, number: int) -> "Cursor":
        """Return the cursor of who has now had this event as well."""
        if number <= self.highest:
            return Cursor(self.highest, self.gaps - {number})
        skipped = range(max(self.highest + 1, number - MOST_GAPS), number)
        youngest = sorted({*self.gaps, *skipped})[-MOST_GAPS:]
        return Cursor(number, frozenset(youngest))
