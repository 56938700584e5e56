"""Apprise, in a process of its own that can do nothing but reach what may be reached.

It reads one order from its input, and writes what came of it. Libraries beneath Apprise open their
connections themselves; so the check stands below all of them, where Python asks the system to
connect: an audit hook, which nobody can take away again. It also refuses other programs, writing to
files, and reading any that are not Python's own.

Source: PEP 578, and the table of audit events in Python's documentation.
"""

import json
import logging
import os
import re
import sys
from pathlib import Path
from typing import Any, Final

from maestrarr.kit.http.addresses import Reach, literal, refusal
from maestrarr.kit.http.errors import ForbiddenAddress

_CONNECTS: Final = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_REFUSED: Final = frozenset({
    "ctypes.dlopen", "os.exec", "os.fork", "os.posix_spawn", "os.remove", "os.rename", "os.system",
    "shutil.rmtree", "socket.bind", "subprocess.Popen",
})  # fmt: skip
_READABLE: Final = ("/etc/ssl/", "/etc/mime.types", "/etc/pki/", "/usr/", "/proc/")
_CODE: Final = re.compile(r"error=(\d{3})")


class _NotAllowed(OSError):
    """Something was tried that no notice needs."""


class _Guard:
    """Looks at what Python is about to do, and refuses what a notice has no need of."""

    def __init__(self, reach: Reach) -> None:
        self.refused: ForbiddenAddress | None = None
        self._reach = reach
        self._readable = (sys.prefix, sys.base_prefix, str(Path(__file__).parents[3]), *_READABLE)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Refuse by raising.

        Raises:
            OSError: that may not be done.
        """
        if event in _CONNECTS:
            self._check(arguments[1])
        elif event in _REFUSED:
            raise _NotAllowed(event)
        elif event == "open":
            self._check_file(*arguments)

    def _check(self, address: object) -> None:
        """Let a connection be made to an address within reach, and to no name: names are resolved.

        Sockets of the machine itself have a path and no port; name servers are asked elsewhere.
        """
        host = str(address[0]) if isinstance(address, tuple) and address else ""
        try:
            found = literal(host)
        except ForbiddenAddress as error:
            self.refused = error
            raise _NotAllowed(error.sentence) from error
        reason = "spelling" if found is None else refusal(found, self._reach)
        if reason is not None:
            self.refused = ForbiddenAddress(reason, host)
            raise _NotAllowed(self.refused.sentence)

    def _check_file(self, path: object, mode: str | None, flags: int) -> None:
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
        is_ours = isinstance(path, int) or os.path.realpath(str(path)).startswith(self._readable)
        if writes or set(mode or "") & set("wax+") or not is_ours:
            raise _NotAllowed(str(path))


class _Codes(logging.Handler):
    """Keeps the last status that a service answered with: all that Apprise says of it is a log."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.code = 0

    def emit(self, record: logging.LogRecord) -> None:
        if found := _CODE.search(record.getMessage()):
            self.code = int(found[1])


def main() -> None:
    """Tell one message as it was ordered, and say what came of it."""
    order = json.loads(sys.stdin.readline())
    import apprise  # noqa: PLC0415  # half a second, and only here

    codes, guard = _Codes(), _Guard(Reach(order["reach"]))
    logger = logging.getLogger("apprise")
    logger.addHandler(codes)
    logger.propagate = False
    sys.addaudithook(guard)
    asset = apprise.AppriseAsset(app_id="Maestrarr", app_desc="Maestrarr", async_mode=False)
    service = apprise.Apprise.instantiate(order["address"], asset=asset, suppress_exceptions=True)
    is_told = service is not None and bool(service.notify(body=order["text"], title=order["title"]))
    refused = guard.refused and {"reason": guard.refused.reason, **guard.refused.facts}
    outcome = {
        "is_told": is_told,
        "is_known": service is not None,
        "refused": refused,
        "code": codes.code,
    }
    sys.stdout.write(json.dumps(outcome))


if __name__ == "__main__":
    main()
