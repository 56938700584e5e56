"""Rooms that act on news from below: importing a room's `listeners.py` makes it listen.

A listener is called in the transaction that publishes, and may only queue a job of its own room, or
write down what may be told of it: that is there if and only if the news is true, and nothing of it
is lost in a crash.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from maestrarr.core.events.events import Event

News = TypeVar("News", bound=Event)
Listener = Callable[[AsyncSession, News], Awaitable[None]]

_listeners: dict[type[Event], list[Listener[Any]]] = defaultdict(list)


def listens_to(kind: type[News]) -> Callable[[Listener[News]], Listener[News]]:
    """Have a function called with each event of this kind, and the publisher's session."""

    def declare(listener: Listener[News]) -> Listener[News]:
        if listener not in _listeners[kind]:
            _listeners[kind].append(listener)
        return listener

    return declare


def listeners_to(event: Event) -> list[Listener[Any]]:
    """Name who listens to an event of this kind."""
    return _listeners[type(event)]
