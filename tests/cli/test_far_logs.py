"""`maestrarr logs --server`: the log of a server elsewhere, by its API."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest
from servers import serving, token_for

from command import run


@dataclass
class Far:
    address: str
    token: str

    def options(self) -> list[str]:
        return ["--server", self.address, "--token", self.token]


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Far]:
    data = tmp_path_factory.mktemp("far")
    token = token_for(data)
    with serving(data) as address:
        far = Far(address, token)
        bearer = {"Authorization": f"Bearer {far.token}"}
        httpx2.post(f"{address}/api/v1/users", headers=bearer, trust_env=False)
        yield far


def test_the_log_of_a_server_elsewhere_is_looked_through(far: Far) -> None:
    done = run("logs", "list", "--text", "/api/v1/users", "--json", *far.options())

    (entry,) = json.loads(done.stdout)["entries"]
    assert (entry["component"], entry["facts"]["path"]) == ("server", "/api/v1/users")
    assert entry["request_id"]
    found = run("logs", "list", "--of", entry["request_id"], *far.options())
    assert found.stdout.count("\n") == 1
    assert "/api/v1/users" in found.stdout


def test_the_log_of_a_server_elsewhere_is_taken_along(far: Far, tmp_path: Path) -> None:
    target = tmp_path / "far.log.gz"

    done = run("logs", "download", target, *far.options())

    assert (done.returncode, done.stdout) == (0, f"The log is in {target}.\n")
    assert b"server.listening" in gzip.decompress(target.read_bytes())


@pytest.mark.parametrize("what", [["list"], ["tail"], ["download", "refused.log.gz"]])
def test_who_may_not_see_it_is_told_so_and_nothing_is_left(
    far: Far, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    done = run("logs", *what, "--server", far.address, "--token", "mst_api_wrong")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"The server {far.address} does not accept the token.")
    assert list(tmp_path.iterdir()) == []
