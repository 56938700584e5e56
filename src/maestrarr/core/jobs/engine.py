"""What an engine is: it decides which worker runs which queued job next.

The table says what there is to run; an engine may forget everything, and finds it there again.
Whatever stands behind this protocol passes the tests in `tests/core/jobs` that take an engine.
"""

from typing import Protocol
from uuid import UUID

STOP_SECONDS = 10.0


class Engine(Protocol):
    """Runs the jobs of a database; what it is told, it may be told from any thread."""

    @property
    def is_alive(self) -> bool:
        """Tell whether it still looks for jobs, and has looked lately."""

    async def start(self) -> None:
        """Queue again what a crash cut short, then begin to run jobs."""

    async def stop(self, grace_seconds: float = STOP_SECONDS) -> None:
        """Start nothing more, let running jobs end, and put back in the queue those that do not.

        All within `grace_seconds`; what a job has done in its steps stays done.
        """

    def hand_over(self, job_id: UUID) -> None:
        """Learn that a job was queued, or may start sooner than was said."""

    def cancel(self, job_id: UUID) -> None:
        """Cancel a job if it runs here."""

    def wake(self) -> None:
        """Look for something to run, whatever it is."""
