"""The two tokens that lie in the data folder, readable by its owner alone.

The *local token* proves to the server that a command of this machine asks; each start of the
server makes another. The *setup token* lets who follows the printed link become the first admin.
"""

from pathlib import Path

from maestrarr.core.accounts import tokens
from maestrarr.core.accounts.tokens import TokenKind
from maestrarr.kit import atomic
from maestrarr.kit.data_folder import DataFolder

_OWNER_ONLY = 0o600


def make_local(data: DataFolder) -> str:
    """Make this start's local token, and lay it down for the commands of this machine."""
    token = tokens.make(TokenKind.LOCAL)
    with data.usable():
        _write(_local(data), token)
    return token


def read_local(data: DataFolder) -> str | None:
    """Return the local token of the server that runs on this folder; None without one."""
    return _read(_local(data))


def remove_local(data: DataFolder) -> None:
    """Take this start's local token away."""
    atomic.remove(_local(data))


def keep_setup(data: DataFolder) -> str:
    """Return the setup token, the same at every start until it is used."""
    token = _read(_setup(data))
    if token is None:
        token = tokens.make(TokenKind.SETUP)
        with data.usable():
            _write(_setup(data), token)
    return token


def remove_setup(data: DataFolder) -> None:
    """Take the setup token away: it was used, or is not needed."""
    atomic.remove(_setup(data))


def _local(data: DataFolder) -> Path:
    return data.path / "local-token"


def _setup(data: DataFolder) -> Path:
    return data.path / "setup-token"


def _write(path: Path, token: str) -> None:
    with atomic.filling(path, mode=_OWNER_ONLY) as file:
        file.write(f"{token}\n".encode())


def _read(path: Path) -> str | None:
    try:
        return path.read_text("utf-8", errors="replace").strip() or None
    except FileNotFoundError:
        return None
