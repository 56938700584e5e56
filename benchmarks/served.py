"""A server that runs for a benchmark, on a data folder of its own, and commands on that folder."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

_MAESTRARR = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "maestrarr"


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs."""

    address: str
    pid: int
    token: str
    start_seconds: float
    log: Path

    def cpu_seconds(self) -> float:
        """Tell what it has used of the processors so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rss_mib(self) -> float:
        """Tell how much memory it holds now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def serving(data: Path) -> Iterator[Served]:
    """Serve a data folder until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = str(httpx2.URL(scheme="http", host="127.0.0.1", port=port)).rstrip("/")
    log = data / "of-the-benchmark.log"
    began = time.monotonic()
    with log.open("wb") as said:
        served = subprocess.Popen(
            [_MAESTRARR, "--data", data, "serve", "--port", str(port)], stdout=said, stderr=said
        )
        try:
            _wait(f"{address}/health")
            took = time.monotonic() - began
            token = (data / "local-token").read_text().strip()
            yield Served(address, served.pid, token, took, log)
        finally:
            served.terminate()
            served.wait()


def _wait(url: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            httpx2.get(url).raise_for_status()
        except httpx2.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(url)


def run(data: Path, *arguments: str) -> None:
    """Run a command on a data folder, and wait for its end."""
    command: list[str | Path] = [_MAESTRARR, "--data", data, "--json", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
