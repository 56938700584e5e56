"""`maestrarr setup` does what it is told, and a second time nothing."""

import json
import shutil
from pathlib import Path

from command import run
from maestrarr.demo.library import DemoLibrary
from maestrarr.demo.upstreams.serving import Upstreams


def test_a_file_of_answers_is_carried_out_and_then_left_alone(
    demo: DemoLibrary, upstreams: Upstreams, tmp_path: Path
) -> None:
    films, data = tmp_path / "Films", tmp_path / "data"
    one = next(each for each in sorted(demo.films.iterdir()) if "tmdb" in each.name)
    shutil.copytree(one, films / one.name)
    answers = tmp_path / "answers.yaml"
    told = {
        "account": {"name": "ada", "password": "correct horse battery staple"},
        "libraries": [{"kind": "movies", "folders": [str(films)]}],
        "connections": [
            {"kind": "tmdb", "config": {"url": upstreams.url("tmdb"), "key": "demo"}},
            {"kind": "radarr", "config": {"url": upstreams.url("radarr"), "key": "wrong"}},
        ],
        "hear": ["en", "tr"],
        "automation": "manual",
    }
    answers.write_text(json.dumps(told))

    first = run("setup", "--answers", answers, "--run", "--json", "--data", data)
    told["connections"].pop()
    answers.write_text(json.dumps(told))
    second = run("setup", "--answers", answers, "--json", "--data", data)

    assert first.returncode == 1, first.stderr  # Radarr did not let it in
    states = {(each["what"], each["name"]): each for each in json.loads(first.stdout)["told"]}
    assert "key" in states.pop(("connection", "radarr"))["error"]
    assert {each["state"] for each in states.values()} == {"made"}
    assert states[("first run", "Films")]["published"] == 1
    assert list((films / one.name).glob("*.nfo"))
    assert second.returncode == 0, second.stderr
    assert {each["state"] for each in json.loads(second.stdout)["told"]} == {"there already"}
    assert "correct horse" not in first.stdout + first.stderr + second.stdout + second.stderr


def test_what_is_no_answer_is_told_without_the_password(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("account: {name: ada, pasword: hush}\nautomation: sometimes\n")

    told = run("setup", "--answers", answers, "--data", tmp_path / "data")

    assert told.returncode == 2
    assert "account.password" in told.stderr
    assert "automation" in told.stderr
    assert "hush" not in told.stderr
    assert not (tmp_path / "data").exists()
