"""Lets a real Kodi read libraries, local information only, and prints what it shows as JSON.

    python3 docs/recipes/kodi.py movies=/srv/media/Movies tvshows=/srv/media/Series > shown.json

Needs Debian's `kodi` and `xvfb`, and Python alone. Kodi runs without a screen, with a home of its
own that is gone afterwards.
"""
# ruff: noqa: ANN401, INP001, S607, T201  # a script that stands alone

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

PORT = 18_080
PATIENCE_SECONDS = 600
ABOUT_ALL = ["title", "file", "art", "cast", "uniqueid", "plot", "ratings"]
ASKED = {
    "movies": ("VideoLibrary.GetMovies", [*ABOUT_ALL, "year", "set", "genre", "director", "tag"]),
    "sets": ("VideoLibrary.GetMovieSets", ["title", "art"]),
    "tvshows": ("VideoLibrary.GetTVShows", [*ABOUT_ALL, "year", "genre", "studio"]),
    "seasons": ("VideoLibrary.GetSeasons", ["tvshowid", "season", "title", "art"]),
    "episodes": ("VideoLibrary.GetEpisodes", [*ABOUT_ALL, "season", "episode", "firstaired"]),
}
# Kodi reads these as settings, and `movie.nfo` only where films have folders of their own.
ADVANCED = f"""<advancedsettings>
  <setting id="services.webserver">true</setting>
  <setting id="services.webserverport">{PORT}</setting>
  <setting id="services.webserverauthentication">false</setting>
  <setting id="general.addonupdates">2</setting>
</advancedsettings>"""


def ask(method: str, **params: Any) -> Any:
    """Ask Kodi by its JSON-RPC."""
    connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
    connection.request("POST", "/jsonrpc", body, {"Content-Type": "application/json"})
    answer = json.load(connection.getresponse())
    if "error" in answer:
        raise SystemExit(f"{method}: {answer['error']}")
    return answer["result"]


@contextmanager
def kodi(home: Path) -> Iterator[None]:
    """Run Kodi until the end of the block."""
    runs = subprocess.Popen(
        ["xvfb-run", "-a", "kodi-standalone"],
        env={**os.environ, "HOME": str(home)},
        cwd=home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until(answers)
        yield
        ask("Application.Quit")
        runs.wait(30)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(runs.pid, signal.SIGKILL)


def answers() -> bool:
    """Tell whether Kodi answers already."""
    try:
        return bool(ask("JSONRPC.Ping") == "pong")
    except OSError:
        return False


def is_idle() -> bool:
    """Tell whether Kodi has scanned everything."""
    scans = "Library.IsScanningVideo"
    return not ask("XBMC.GetInfoBooleans", booleans=[scans])[scans]


def wait_until(is_so: Callable[[], bool]) -> None:
    """Look every second whether something is so."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        if time.monotonic() > until:
            raise SystemExit("Kodi does not answer.")
        time.sleep(1)


def name_sources(home: Path, sources: dict[str, str]) -> None:
    """Write into Kodi's database what a folder holds, as its dialog does."""
    database = next((home / ".kodi" / "userdata" / "Database").glob("MyVideos*.db"))
    with sqlite3.connect(database) as connection:
        for content, folder in sources.items():
            depth, has_folders = (2**31 - 1, 1) if content == "movies" else (0, 0)
            connection.execute(
                "INSERT INTO path (strPath, strContent, strScraper, scanRecursive, useFolderNames,"
                " noUpdate, exclude) VALUES (?, ?, 'metadata.local', ?, ?, 0, 0)",
                (f"{folder.rstrip('/')}/", content, depth, has_folders),
            )


def shown(sources: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Return what Kodi shows of libraries, by kind."""
    with tempfile.TemporaryDirectory(prefix="kodi-") as folder:
        home = Path(folder)
        userdata = home / ".kodi" / "userdata"
        userdata.mkdir(parents=True)
        (userdata / "advancedsettings.xml").write_text(ADVANCED)
        with kodi(home):  # which makes its databases
            pass
        name_sources(home, sources)
        with kodi(home):
            ask("VideoLibrary.Scan", showdialogs=False)
            time.sleep(2)  # until it has begun
            wait_until(is_idle)
            return {
                kind: ask(method, properties=properties).get(kind, [])
                for kind, (method, properties) in ASKED.items()
            }


if __name__ == "__main__":
    if len(sys.argv) < 2 or not all("=" in argument for argument in sys.argv[1:]):
        raise SystemExit(__doc__)
    found = shown(dict(argument.split("=", 1) for argument in sys.argv[1:]))
    print({kind: len(titles) for kind, titles in found.items()}, file=sys.stderr)
    print(json.dumps(found, ensure_ascii=False, indent=1))
