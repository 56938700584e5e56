"""How the address of a request is written down: without the secret in which it may end."""

import re
from typing import Final

from starlette.types import Scope

_SECRET_END: Final = re.compile(r"^(/webhook/[^/]+/).+")


def loggable(scope: Scope) -> str:
    """Return the path of a request, below the one that a proxy has for us, as a log may have it."""
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    return _SECRET_END.sub(r"\1•••", path)
