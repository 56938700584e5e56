"""How often somebody did something lately; too often is refused before anything is looked at."""

import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from maestrarr.core.accounts import names, policy
from maestrarr.core.accounts.callers import Caller
from maestrarr.core.accounts.errors import TooManyAttempts, TooMuchStarted
from maestrarr.kit.errors import Problem

WINDOW_SECONDS = 60.0
PER_USER = 5
PER_ADDRESS = 20
WORK_PER_USER = 120
WORK_PER_ADDRESS = 240
MOST_KEYS = 10_000


class Attempts:
    """The attempts of the last minute, by whose they are; in memory, so a restart forgets them."""

    def __init__(
        self,
        allowed: int,
        ticks: Callable[[], float] = time.monotonic,
        *,
        refusal: Callable[[int], Problem] = TooManyAttempts,
    ) -> None:
        self._allowed = allowed
        self._ticks = ticks
        self._refusal = refusal
        self._made: dict[str, deque[float]] = {}

    def __len__(self) -> int:
        """Tell whose attempts are remembered: how many."""
        return len(self._made)

    def take(self, key: str) -> float:
        """Count one more attempt, and return its mark.

        Raises:
            Problem: the refusal, as many as are allowed were made within the minute.
        """
        moment = self._ticks()
        made = self._made.setdefault(key, deque())
        while made and made[0] <= moment - WINDOW_SECONDS:
            made.popleft()
        if len(made) >= self._allowed:
            raise self._refusal(int(made[0] + WINDOW_SECONDS - moment) + 1)
        made.append(moment)
        if len(self._made) > MOST_KEYS:
            self._drop_old(moment)
        return moment

    def give_back(self, key: str, mark: float) -> None:
        """Let an attempt count no longer, because it did not fail."""
        made = self._made.get(key)
        if made and mark in made:
            made.remove(mark)

    def _drop_old(self, moment: float) -> None:
        """Forget who is allowed again anyhow; of the others, who came first."""
        for key, made in tuple(self._made.items()):
            if not made or made[-1] <= moment - WINDOW_SECONDS:
                del self._made[key]
        while len(self._made) > MOST_KEYS * 3 // 4:  # room, so that this is done seldom
            del self._made[next(iter(self._made))]


class Failures:
    """What holds back who fails again and again, by address; who succeeds is never held back."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self._by_address = Attempts(PER_ADDRESS, ticks)

    def note(self, address: str) -> None:
        """Count a failure.

        Raises:
            TooManyAttempts: too many came from this address within the minute.
        """
        self._by_address.take(policy.neighbourhood(address))


class SignInLimits:
    """What holds back who guesses: by address, and by the name that is tried."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self.by_address = Attempts(PER_ADDRESS, ticks)
        self.by_user = Attempts(PER_USER, ticks)

    @contextmanager
    def attempt(self, name: str, address: str) -> Iterator[None]:
        """Count what the block tries, unless it succeeds.

        Raises:
            TooManyAttempts: for this name, or from this address.
        """
        key, from_where = names.name_key(name), policy.neighbourhood(address)
        mark = self.by_address.take(from_where)
        mark_of_user = self.by_user.take(key)
        yield
        self.by_address.give_back(from_where, mark)
        self.by_user.give_back(key, mark_of_user)


class WorkLimits:
    """What holds back who starts work without end: by account, and by address."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self._by_user = Attempts(WORK_PER_USER, ticks, refusal=TooMuchStarted)
        self._by_address = Attempts(WORK_PER_ADDRESS, ticks, refusal=TooMuchStarted)

    def note(self, caller: Caller) -> None:
        """Count a piece of work that a caller starts; the terminal of this machine may start any.

        Raises:
            TooMuchStarted: this account or this address started too much within the minute.
        """
        if caller.user_id is None:
            return
        self._by_user.take(caller.known_as)
        self._by_address.take(policy.neighbourhood(caller.address))
