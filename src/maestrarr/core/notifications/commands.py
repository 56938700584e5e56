"""What `maestrarr notifications` does."""

import getpass
import sys
from collections.abc import Sequence
from typing import Final

from maestrarr.core.notifications.errors import ChannelUnknown
from maestrarr.kit.tables import Table
from maestrarr.kit.terminal import ATTENTION, DONE, Api, Document

CHANNELS: Final = "notifications/channels"

_STATES: Final = {
    "waiting": "waits",
    "sending": "being told",
    "told": "told",
    "failed": "given up",
    "unsure": "perhaps told",
    "dropped": "dropped",
}


async def named(api: Api, name: str, user: str | None) -> Document:
    """Return the channel of this name or id.

    Raises:
        ChannelUnknown: there is none.
    """
    found: Document
    for found in (await api.get(CHANNELS, user=user))["channels"]:
        if name in (found["name"], found["id"]):
            return found
    raise ChannelUnknown(name)


def asked_for_address() -> str:
    """Ask for an address, unseen, for it holds a key; a script gives it in a line."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    return getpass.getpass("Address: ", stream=sys.stderr)


def exit_code(found: Sequence[Document]) -> int:
    """Say whether somebody should look at one of them."""
    return ATTENTION if any(each["problem"] for each in found) else DONE


def table(found: Sequence[Document]) -> Table:
    """Lay out channels and how they are."""
    rows = [
        (each["name"], each["kind"], " ".join(each["shown"].values()), _state(each))
        for each in found
    ]
    return Table(
        ("Name", "Kind", "Where", "State"),
        rows,
        empty="Nobody is told yet: `maestrarr notifications add KIND` does it.",
    )


def log_table(found: Sequence[Document]) -> Table:
    """Lay out what was told, what waits, and what did not arrive."""
    rows = [(each["at"], each["channel"], each["sentence"], _fate(each)) for each in found]
    return Table(("When", "Channel", "What", "State"), rows, empty="Nothing was told yet.")


def _state(channel: Document) -> str:
    problem = channel["problem"]
    said = f"{problem['detail']} {problem['hint']}".strip() if problem else "well"
    return said if channel["is_enabled"] else f"off; {said}" if problem else "off"


def _fate(notice: Document) -> str:
    said = _STATES[notice["state"]]
    if notice["problem"]:
        return f"{said}: {notice['problem']['detail']}"
    return f"{said}: {notice['reason']}" if notice["state"] == "waiting" else said
