"""Telling people over the services that Apprise knows: each message by a process of its own."""

import asyncio
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import maestrarr
from maestrarr.core.notifications.errors import AddressUnfit, NotAccepted
from maestrarr.core.notifications.words import Message
from maestrarr.kit.http import Reach
from maestrarr.kit.http.errors import ForbiddenAddress

LIMIT_SECONDS: Final = 45.0
_CHILD: Final = "maestrarr.core.notifications.apprise_child"


async def send(address: str, message: Message, reach: Reach) -> None:
    """Tell a message over the service that an address names.

    Raises:
        AddressUnfit: Apprise does not understand the address.
        ForbiddenAddress: it leads where nothing may be sent.
        NotAccepted: the service did not take it, or does not answer.
    """
    service = urlsplit(address).scheme
    order = {
        "address": address,
        "title": message.title,
        "text": message.text,
        "reach": reach.value,
    }
    outcome = await _carried_out(order, service)
    if outcome["is_told"]:
        return
    if not outcome["is_known"]:
        raise AddressUnfit("url")
    if refused := outcome["refused"]:
        raise ForbiddenAddress(refused["reason"], refused["host"])
    code = outcome["code"]
    reason = "answer" if code else "silent"
    raise NotAccepted(reason, service, code=code, is_for_good=code == 410)


async def _carried_out(order: dict[str, str], service: str) -> dict[str, Any]:
    """Have an order carried out by a child that knows nothing of our environment."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",
        "-m",
        _CHILD,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
        env={"PATH": os.defpath, "PYTHONPATH": _search_path(), "LC_ALL": "C.UTF-8"},
    )
    try:
        async with asyncio.timeout(LIMIT_SECONDS):
            said, _ = await child.communicate(json.dumps(order).encode() + b"\n")
        outcome: dict[str, Any] = json.loads(said)
    except TimeoutError as error:
        raise NotAccepted("silent", service) from error
    except json.JSONDecodeError as error:  # it met a bug of Apprise's, or an address too strange
        raise AddressUnfit("url") from error
    finally:
        with suppress(ProcessLookupError):
            child.kill()
        await child.wait()
    return outcome


def _search_path() -> str:
    inherited = os.environ.get("PYTHONPATH")
    own = str(Path(maestrarr.__file__).parents[1])
    return f"{own}{os.pathsep}{inherited}" if inherited else own
