"""`maestrarr publishing` on an installation, and the drill that shows what is promised."""

import json
from pathlib import Path
from typing import Any

from command import run
from shelf import nfo, plant

FILM = "Heat (1995)"


def told(*words: str | Path, code: int = 0) -> Any:
    answer = run(*words, "--json")
    assert answer.returncode == code, answer.stderr
    return json.loads(answer.stdout)


def test_a_film_is_planned_published_looked_over_and_told_of(tmp_path: Path) -> None:
    films, data = tmp_path / "films", ("--data", tmp_path / "data")
    plant(films, f"{FILM}/{FILM}.mkv", "Unknown/Unknown.mkv")
    place = nfo(films / FILM / f"{FILM}.nfo", title="Heat", year=1995, tmdbid=949)
    told("library", "add", films, "--name", "Films", *data)
    told("library", "scan", "Films", *data)

    plan = told("publishing", "plan", "Heat", *data)
    assert [(file["name"], file["why"]) for file in plan["files"]] == [(f"{FILM}.nfo", "merged")]
    some = told("publishing", "publish", "--filter", "kind=movie", *data, code=1)
    assert (some["published"], some["refused"]) == (1, 1)

    published = place.read_bytes()
    place.unlink()
    assert told("publishing", "verify", "Films", *data)["restored"] == 1
    assert place.read_bytes() == published
    log = told("publishing", "log", "Heat", *data)["publications"]
    assert [each["kind"] for each in log] == ["restore", "publish"]


def test_the_drill_shows_that_all_comes_back_without_any_service() -> None:
    drill = told("admin", "drill", "upgrade", "--after", "0")

    assert (drill["is_whole"], drill["requests"]) == (True, 0)
    assert [len(film["files"]) for film in drill["films"]] == [3]
