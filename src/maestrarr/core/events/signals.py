"""Word passed to the feeds of this process after a commit; other processes look by themselves."""

from collections.abc import Callable

_listeners: list[Callable[[], None]] = []


def listen(callback: Callable[[], None]) -> None:
    """Call `callback` after every commit that publishes something."""
    _listeners.append(callback)


def leave(callback: Callable[[], None]) -> None:
    """Stop calling `callback`."""
    _listeners.remove(callback)


def published() -> None:
    """Tell everybody that something is published."""
    for callback in tuple(_listeners):
        callback()
