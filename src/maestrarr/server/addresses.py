"""The address of a request: below the path that a proxy has for us, and as a log may have it."""

import re
from typing import Final

from starlette.types import Scope

_SECRET_END: Final = re.compile(r"^(/webhook/[^/]+/).+")


def path_of(scope: Scope) -> str:
    """Return the path of a request, below the one that a proxy has for us."""
    return str(scope["path"]).removeprefix(str(scope.get("root_path", "")))


def loggable(scope: Scope) -> str:
    """Return the same without the secret in which it may end."""
    return _SECRET_END.sub(r"\1•••", path_of(scope))
