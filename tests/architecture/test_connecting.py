"""Only the named modules open connections: what the standard library has for that is seen, too."""

import ast
from collections.abc import Iterator

import pytest
from house import sources

CONNECTING = {
    "kit/http/": "the one guarded client",
    "cli/remote.py": "asks the server that a person names",
}
MODULES = {
    "urllib.request", "http.client", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib",
    "xmlrpc.client", "httpx", "httpx2", "httpcore", "httpcore2", "requests", "aiohttp", "urllib3",
    "websockets", "pycurl", "anyio",
}  # fmt: skip
FUNCTIONS = {
    "open_connection", "create_connection", "open_unix_connection", "sock_connect",
    "create_datagram_endpoint", "connect_tcp", "urlopen", "urlretrieve",
}  # fmt: skip


def test_only_the_named_modules_open_connections() -> None:
    found = [
        f"{source.name}: {what}"
        for source in sources()
        if not source.name.startswith(tuple(CONNECTING))
        for what in _connecting(source.tree)
    ]

    assert found == []


@pytest.mark.parametrize(
    "statement",
    [
        "import urllib.request",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import http.client as web",
        "from httpx2 import AsyncClient",
        "import smtplib",
        "asyncio.open_connection('a', 1)",
        "socket.create_connection(('a', 1))",
        "loop.create_connection(made, 'a', 1)",
    ],
)
def test_a_connection_is_seen_however_it_is_opened(statement: str) -> None:
    assert list(_connecting(ast.parse(statement)))


@pytest.mark.parametrize(
    "statement",
    ["from urllib.parse import urlsplit", "from http import HTTPStatus", "import socket"],
)
def test_what_opens_nothing_is_free(statement: str) -> None:
    assert not list(_connecting(ast.parse(statement)))


def _connecting(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                named = [name.name for name in names]
            case ast.ImportFrom(module=str(module), names=names):
                named = [module, *(f"{module}.{name.name}" for name in names)]
            case ast.Call(func=ast.Attribute(attr=name)) if name in FUNCTIONS:
                yield name
                continue
            case _:
                continue
        yield from (each for each in named if MODULES & {each, each.partition(".")[0]})
