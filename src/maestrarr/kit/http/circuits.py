"""The circuit of a service: one that keeps failing is left alone for a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from math import ceil
from typing import Final

from maestrarr.kit.http.errors import Unreachable
from maestrarr.kit.http.timing import Clock

FAILURES: Final = 5  # one after another, after which nothing is sent
REST_SECONDS: Final = 10.0
LONGEST_REST_SECONDS: Final = 40.0


class Attempt:
    """What became of one request; one that is given up tells nothing of the service."""

    def __init__(self) -> None:
        self.went_well: bool | None = None


class Circuit:
    """Counts the failures of a service, and refuses to ask it while it rests.

    After the rest a single call tries it: the others go on when that went well.
    """

    def __init__(self, host: str, clock: Clock, on_open: Callable[[float], None]) -> None:
        self._host = host
        self._clock = clock
        self._on_open = on_open
        self._failures = 0
        self._rest_seconds = REST_SECONDS
        self._rests_until = 0.0
        self._is_tried = False

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing would be lost by forgetting this circuit."""
        return not self._failures

    @property
    def is_open(self) -> bool:
        """Tell whether the service rests, or is being tried after its rest."""
        has_failed = self._failures >= FAILURES
        return has_failed and (self._is_tried or self._rests_until > self._clock.monotonic())

    def check(self) -> None:
        """Refuse while the service rests.

        Raises:
            Unreachable: it does; `retry_at` says until when.
        """
        if self.is_open:
            left = max(self._rests_until - self._clock.monotonic(), 1.0)
            retry_at = self._clock.now() + timedelta(seconds=left)
            raise Unreachable("resting", self._host, seconds=ceil(left), retry_at=retry_at)

    @contextmanager
    def attempt(self) -> Iterator[Attempt]:
        """Make one request in the block, which says whether it went well.

        Raises:
            Unreachable: the service rests.
        """
        self.check()
        is_trial = self._failures >= FAILURES
        self._is_tried = is_trial
        attempt = Attempt()
        try:
            yield attempt
        finally:
            if is_trial:
                self._is_tried = False
            if attempt.went_well is not None:
                self._judge(went_well=attempt.went_well)

    def _judge(self, *, went_well: bool) -> None:
        if went_well:
            self._failures, self._rest_seconds = 0, REST_SECONDS
            return
        self._failures += 1
        now = self._clock.monotonic()
        if self._failures < FAILURES or self._rests_until > now:
            return
        self._rests_until = now + self._rest_seconds
        self._on_open(self._rest_seconds)
        self._rest_seconds = min(2 * self._rest_seconds, LONGEST_REST_SECONDS)
