"""Servers for the commands: real ones of ours, and others that answer as ours never would."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import serving as processes
from command import run


@contextmanager
def serving(data: Path, *options: str) -> Iterator[str]:
    """Serve a data folder until the end of the block; give its address."""
    with processes.serving(data, None, *options) as server:
        yield server.url
        server.stop()


def token_for(data: Path, *, scope: str = "admin") -> str:
    """Make a user, and a token that lets a script in as them."""
    user = f"script-{scope}"
    add = ("users", "add", user, "--role", "admin", "--data", data)
    assert run(*add, said="correct horse battery").stdout
    made = run("tokens", "make", "test", "--user", user, "--scope", scope, "--data", data)
    return made.stdout.strip()


@contextmanager
def answering(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Answer every connection with these bytes; give the address, and what was asked."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=_answer_all, args=(listener, answer, asked))
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", asked
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


def _answer_all(listener: socket.socket, answer: bytes, asked: list[bytes]) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:  # the block has ended
            return
        with connection:
            asked.append(connection.recv(65_536))
            try:
                connection.sendall(answer)
            except OSError:  # it has heard enough
                continue
