"""The server as a process: how it starts, is refused, and stops."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

import httpx2
import pytest

import warm
from command import run
from maestrarr.core.accounts import keys
from maestrarr.kit.data_folder import DataFolder

SERVE = [sys.executable, "-m", "maestrarr", "serve", "--port", "0", "--no-browser", "--data"]
SECONDS = 60


class Started(warm.Process):
    """A server that writes what it says into files, read on from where they were read before."""

    def __init__(self, folder: Path, said: Path) -> None:
        files = [said / "out", said / "errors"]
        with (
            Path(os.devnull).open() as nothing,
            files[0].open("w") as out,
            files[1].open("w") as errors,
        ):
            super().__init__([*SERVE[3:], folder], stdin=nothing, stdout=out, stderr=errors)
        self._out, self._errors = (file.open() for file in files)

    def listens_at(self) -> str:
        """Read its log until it says where it listens."""
        while "server.listening" not in (line := self._next(self._out)):
            pass
        return str(json.loads(line)["url"])

    def complaint(self) -> str:
        """Wait for the next line of its complaints."""
        return self._next(self._errors)

    def ended(self, seconds: float = 20) -> tuple[str, str]:
        """Wait for its end, and return the rest of what it said and complained of."""
        self.wait(seconds)
        return self._out.read(), self._errors.read()

    def close(self) -> None:
        self.kill()
        self.wait()
        self._out.close()
        self._errors.close()

    def _next(self, file: TextIO) -> str:
        deadline = time.monotonic() + SECONDS
        while not (line := file.readline()):
            assert self.poll() is None, self._errors.read()
            assert time.monotonic() < deadline
            time.sleep(0.01)
        return line


Start = Callable[[Path], Started]


@pytest.fixture
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Start servers, and leave none behind."""
    started: list[Started] = []

    def one(folder: Path) -> Started:
        started.append(Started(folder, tmp_path_factory.mktemp("said")))
        return started[-1]

    yield one
    for process in started:
        process.close()


def url_of(process: subprocess.Popen[str]) -> str:
    """Read its log until it says where it listens."""
    assert process.stdout is not None
    for line in process.stdout:
        entry = json.loads(line)
        if entry["event"] == "server.listening":
            return str(entry["url"])
    raise AssertionError(process.communicate())


def test_a_server_serves_logs_json_and_stops_when_told(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*SERVE, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert httpx2.get(f"{url_of(process)}/health").json()["status"] == "ok"
            process.send_signal(signal.SIGTERM)
            out, errors = process.communicate(timeout=20)
        finally:
            process.kill()

    assert process.returncode == 0
    assert errors.startswith("Make the first admin at http://localhost:")
    assert errors.count("\n") == 1
    assert [json.loads(line)["event"] for line in out.splitlines()][-1] == "server.stopped"
    assert DataFolder(tmp_path).holder() is None


def test_a_server_keeps_its_log_where_an_admin_finds_it(tmp_path: Path, start: Start) -> None:
    process = start(tmp_path)
    url = process.listens_at()
    headers = {"Authorization": f"Bearer {keys.read_local(DataFolder(tmp_path))}"}

    httpx2.post(f"{url}/api/v1/users", headers=headers, trust_env=False)
    process.send_signal(signal.SIGTERM)
    out, _ = process.ended()

    (file,) = (tmp_path / "logs").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text().endswith(out)
    assert '"path": "/api/v1/users"' in out


def test_a_log_that_cannot_be_written_costs_the_log_and_not_the_server(
    tmp_path: Path, start: Start
) -> None:
    (tmp_path / "logs").write_text("in the way")
    url = start(tmp_path).listens_at()
    while (parts := httpx2.get(f"{url}/ready").json()["components"])["logs"]["state"] == "ok":
        pass

    assert parts["logs"]["state"] == "warning"
    assert parts["logs"]["detail"].startswith("Log files cannot be written (File exists); ")


def test_an_open_connection_does_not_hold_up_the_stop(tmp_path: Path, start: Start) -> None:
    process = start(tmp_path)
    port = int(process.listens_at().rpartition(":")[2])

    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n")  # and never ends
        process.send_signal(signal.SIGINT)
        process.ended(10)

    assert process.returncode == 0


def test_a_thread_that_hangs_does_not_hold_up_the_stop(tmp_path: Path) -> None:
    code = (
        "import sys, threading\n"
        "from maestrarr.cli.main import main\n"
        "threading.Thread(target=threading.Event().wait).start()\n"
        "main()\n"
    )
    arguments = [*SERVE[3:], str(tmp_path)]
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        url_of(process)
        process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=20)
        finally:
            process.kill()

    assert process.returncode == 0


def test_a_second_server_on_the_folder_is_told_who_runs(tmp_path: Path, start: Start) -> None:
    first = start(tmp_path)
    first.listens_at()

    second = start(tmp_path)
    out, errors = second.ended(30)

    assert (second.returncode, out) == (2, "")
    assert f"process {first.pid}" in errors
    assert errors.count("\n") == 1


def test_a_killed_server_leaves_the_folder_free(tmp_path: Path, start: Start) -> None:
    first = start(tmp_path)
    first.listens_at()
    first.kill()
    first.wait()

    assert start(tmp_path).listens_at().startswith("http://localhost:")


def test_a_taken_port_is_told_before_anything_is_migrated(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = run(*SERVE[3:], tmp_path, "--port", str(port))

    assert told.returncode == 2
    assert told.stderr == (
        f"Cannot listen on 127.0.0.1, port {port}: address already in use. "
        "Choose another with --port or --host.\n"
    )
    assert not DataFolder(tmp_path).database.exists()


@pytest.mark.parametrize("host", ["256.1.1.1", "192.0.2.1", "no such host"])
def test_an_address_of_no_machine_or_another_is_told_in_words(tmp_path: Path, host: str) -> None:
    told = run(*SERVE[3:], tmp_path, "--host", host)

    assert told.returncode == 2
    assert told.stderr.startswith(f"Cannot listen on {host}, port 0: ")


def test_a_command_beside_a_server_finds_it_through_the_folder(
    tmp_path: Path, start: Start
) -> None:
    process = start(tmp_path)
    url = process.listens_at()

    holder = DataFolder(tmp_path).holder()

    assert holder is not None
    assert (holder.pid, holder.url) == (process.pid, url.replace("localhost", "127.0.0.1"))


def test_the_printed_link_carries_the_token_that_makes_the_first_admin(
    tmp_path: Path, start: Start
) -> None:
    process = start(tmp_path)
    url = process.listens_at()
    link = process.complaint().split()[-1]
    first = {"token": link.partition("#token=")[2], "name": "ada", "password": "correct horse"}

    assert link.startswith(f"{url}/setup#token=mst_setup_")
    assert httpx2.post(f"{url}/api/v1/setup", json=first).status_code == 201
    assert not (tmp_path / "setup-token").exists()
    process.send_signal(signal.SIGTERM)
    process.ended()

    again = start(tmp_path)
    again.listens_at()
    again.send_signal(signal.SIGTERM)
    assert "setup" not in again.ended()[1]


def test_a_chosen_setup_token_is_neither_printed_nor_kept(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAESTRARR_SETUP_TOKEN", "chosen by the household")
    process = start(tmp_path)
    url = process.listens_at()
    first = {"token": "chosen by the household", "name": "ada", "password": "correct horse"}

    assert httpx2.post(f"{url}/api/v1/setup", json=first).status_code == 201
    assert not (tmp_path / "setup-token").exists()
    process.send_signal(signal.SIGTERM)
    out, errors = process.ended()
    assert errors == f"Make the first admin at {url}/setup\n"
    assert "chosen" not in out


def test_commands_of_this_machine_are_let_in_while_the_server_runs(
    tmp_path: Path, start: Start
) -> None:
    process = start(tmp_path)
    url = process.listens_at()
    token = keys.read_local(DataFolder(tmp_path))

    answer = httpx2.get(f"{url}/api/v1/users", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    assert httpx2.get(f"{url}/api/v1/users").status_code == 401
    process.send_signal(signal.SIGTERM)
    process.ended()
    assert keys.read_local(DataFolder(tmp_path)) is None


def test_a_restore_over_http_begins_the_server_again_with_the_old_state(
    tmp_path: Path, start: Start
) -> None:
    process = start(tmp_path)
    url = f"{process.listens_at()}/api/v1"

    def ask(method: str, path: str, **more: Any) -> Any:
        token = (tmp_path / "local-token").read_text().strip()
        headers = {"Authorization": f"Bearer {token}"}
        return httpx2.request(method, url + path, headers=headers, timeout=30, **more)

    job = ask("POST", "/backups").json()["id"]
    while not (job_now := ask("GET", f"/jobs/{job}").json())["ended_at"]:
        time.sleep(0.05)
    ask("PATCH", "/settings/jobs", json={"values": {"at_once": 9}})
    assert ask("POST", f"/backups/{job_now['result']['name']}/restore").status_code == 202
    process.listens_at()  # it listens again

    told = ask("GET", "/backups").json()
    assert told["restore"]["state"] == "done"
    assert told["restore"]["kept"] in {one["name"] for one in told["backups"]}
    assert ask("GET", "/settings/jobs").json()["values"]["at_once"] == 4
    assert ask("GET", "/titles").json() == {"titles": [], "next": None}
    process.send_signal(signal.SIGTERM)
    process.ended()
    assert process.returncode == 0
