"""A server as a process of its own, as a household runs it, and what is done to it."""

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import psutil
from sqlalchemy.engine import URL

import warm
from maestrarr.core.accounts import keys
from maestrarr.kit.data_folder import DataFolder

SERVE = ["serve", "--port", "0", "--no-browser", "--data"]
PATIENCE_SECONDS = 60


@dataclass
class Server:
    """A server that listens."""

    process: warm.Process
    url: str
    token: str
    log: Path

    @property
    def port(self) -> int:
        """The port on which it listens."""
        return int(self.url.rpartition(":")[2])

    @property
    def bearer(self) -> dict[str, str]:
        """What the commands of this machine send."""
        return {"Authorization": f"Bearer {self.token}"}

    def client(self) -> httpx2.AsyncClient:
        """Open a client that may do everything, as the terminal of this machine."""
        address = f"http://127.0.0.1:{self.port}"
        return httpx2.AsyncClient(
            base_url=address, headers=self.bearer, timeout=PATIENCE_SECONDS, trust_env=False
        )

    @property
    def rss_bytes(self) -> int:
        """How much memory it has."""
        return int(psutil.Process(self.process.pid).memory_info().rss)

    def stop(self) -> int:
        """Tell it to stop, and return how it left."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_SECONDS)

    def kill(self) -> None:
        """Let it be gone at once."""
        self.process.kill()
        self.process.wait(PATIENCE_SECONDS)


@contextmanager
def serving(
    folder: Path, database_url: URL | None = None, *options: str, **environment: str
) -> Iterator[Server]:
    """Serve a data folder until the end of the block.

    Its log goes into a file beside the folder: nobody reads a pipe while the test is busy.
    """
    log = folder.parent / f"{folder.name}-{time.monotonic_ns()}.log"
    with log.open("wb") as output, Path(os.devnull).open() as nothing:
        process = warm.Process(
            [*SERVE, folder, *options],
            stdin=nothing,
            stdout=output,
            stderr=output,
            env=_environment(database_url) | environment,
        )
    try:
        url = _url(process, log)
        yield Server(process, url, keys.read_local(DataFolder(folder)) or "", log)
    finally:
        process.kill()
        process.wait()


def _environment(database_url: URL | None) -> dict[str, str]:
    if database_url is None or database_url.get_backend_name() == "sqlite":
        return dict(os.environ)
    plain = database_url.set(drivername="postgresql").render_as_string(hide_password=False)
    return os.environ | {"MAESTRARR_DATABASE_URL": plain}


def _url(process: warm.Process, log: Path) -> str:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        for line in log.read_text("utf-8").splitlines():
            if '"server.listening"' in line:
                return str(json.loads(line)["url"])
        time.sleep(0.02)
    raise AssertionError(log.read_text("utf-8"))
