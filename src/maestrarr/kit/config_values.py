"""What values of the configuration have to be like, each refusal a sentence that ends it."""

import ipaddress
import re
from pathlib import Path
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, SecretStr

_SHORTEST_SETUP_TOKEN = 16
_SHORTEST_SECRET_KEY = 32
_BASE_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")
_HOST = re.compile(r"(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network


def absolute(path: Path) -> Path:
    """Refuse a path that depends on where the program was started."""
    if not path.expanduser().is_absolute():
        raise ValueError("must be an absolute path")
    return path.expanduser()


def database(url: SecretStr) -> SecretStr:
    """Refuse what is no address of a PostgreSQL."""
    if not url.get_secret_value().startswith("postgresql://"):
        raise ValueError("must begin with postgresql:// (without it, SQLite is used)")
    from sqlalchemy.engine import make_url  # noqa: PLC0415  # takes long to import
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

    try:
        make_url(url.get_secret_value())
    except (ValueError, ArgumentError):
        raise ValueError("must be as postgresql://user:password@host:5432/database") from None
    return url


def setup_token(token: SecretStr) -> SecretStr:
    """Refuse a token that somebody could guess."""
    if len(token.get_secret_value()) < _SHORTEST_SETUP_TOKEN:
        raise ValueError(f"must have at least {_SHORTEST_SETUP_TOKEN} characters")
    return token


def secret_key(keys: SecretStr) -> SecretStr:
    """Refuse keys that somebody could guess."""
    given = keys.get_secret_value().split()
    if not given or any(len(key) < _SHORTEST_SECRET_KEY for key in given):
        raise ValueError(f"must be of {_SHORTEST_SECRET_KEY} characters or more, without a blank")
    return keys


def network(text: object) -> Network:
    """Read an address, or a network such as 172.16.0.0/12."""
    try:
        read = ipaddress.ip_network(str(text), strict=False)
    except ValueError:
        raise ValueError("must be an address or a network, such as 172.16.0.0/12") from None
    if read.prefixlen == 0:
        raise ValueError("must not be everybody: then everybody could say who they are")
    return read


def base_path(text: str) -> str:
    """Read the path below which a proxy shows the server, without the last slash."""
    path = text.rstrip("/")
    if not _BASE_PATH.fullmatch(path) or {".", ".."} & set(path.split("/")):
        raise ValueError("must be a path such as /maestrarr")
    return path


def host_name(text: str) -> str:
    """Read a name by which the server is called; `*.` stands for any name below, `*` for any."""
    name = text.lower().rstrip(".")
    if name != "*" and not _HOST.fullmatch(name):
        raise ValueError("must be a name such as films.example.org or *.example.org, without port")
    return name


def origin(text: str) -> str:
    """Read an origin as a browser names it: scheme, host, and port unless it is the usual one."""
    parts = urlsplit(text.lower())
    usual = {"http": 80, "https": 443}
    try:
        port = parts.port
    except ValueError:
        port = -1
    is_whole = parts.scheme in usual and parts.hostname and not {"*", "@"} & set(parts.netloc)
    if not is_whole or port == -1 or text.lower() != f"{parts.scheme}://{parts.netloc}":
        raise ValueError("must be an origin such as https://films.example.org, and never *")
    if port == usual[parts.scheme]:
        return f"{parts.scheme}://{parts.netloc.rpartition(':')[0]}"
    return f"{parts.scheme}://{parts.netloc}"


AbsolutePath: TypeAlias = Annotated[Path, AfterValidator(absolute)]
DatabaseUrl: TypeAlias = Annotated[SecretStr, AfterValidator(database)]
SetupToken: TypeAlias = Annotated[SecretStr, AfterValidator(setup_token)]
SecretKey: TypeAlias = Annotated[SecretStr, AfterValidator(secret_key)]
TrustedNetwork: TypeAlias = Annotated[Network, BeforeValidator(network)]
BasePath: TypeAlias = Annotated[str, AfterValidator(base_path)]
HostName: TypeAlias = Annotated[str, AfterValidator(host_name)]
Origin: TypeAlias = Annotated[str, AfterValidator(origin)]
