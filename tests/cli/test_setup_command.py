"""`maestrarr setup` does what it is told, and a second time nothing."""

import json
import shutil
from pathlib import Path
from typing import Any

import serving
from command import run, talk
from maestrarr.demo.library import DemoLibrary
from maestrarr.demo.upstreams.serving import Upstreams
from makers import make_mkv


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


PASSWORD = "correct horse battery staple"
LANGUAGE = "Language of descriptions"
HEARD = "Languages you like to hear"
NAME = "Name of the first admin"
SECRET, AGAIN = "Password for ada: ", "Once more: "
FILMS, SERIES = "Folder of your films", "Folder of your series"
LOOK = "Look for Sonarr, Radarr and players in your home? [y/N]"
KEYS = ("TMDB, key: ", "TheTVDB, key: ", "fanart.tv, key: ")
ITSELF = "What shall it do by itself: manual, hybrid, automatic?"
RUN = "Look after every library now? [y/N]"


def unset(*questions: str) -> list[tuple[str, str | None]]:
    """Press Enter at each of these."""
    return [(question, "") for question in questions]


def with_rubbish(nowhere: Path, films: Path) -> list[tuple[str, str | None]]:
    """Say something that is no answer to whatever has wrong ones, and then one that is."""
    return [
        (LANGUAGE, "xyzzy"),
        ("xyzzy is no language that is known", None),
        (LANGUAGE, "fr"),
        (HEARD, "en, xyzzy"),
        ("xyzzy is no language that is known", None),
        (HEARD, "en, fr"),
        (NAME, "../ada"),
        ("A name has at most 64 letters", None),
        (NAME, "ada"),
        (SECRET, "short"),
        (AGAIN, "short"),
        ("A password has at least 10 characters", None),
        (SECRET, PASSWORD),
        (AGAIN, f"{PASSWORD}!"),
        ("The two passwords are not the same", None),
        (SECRET, PASSWORD),
        (AGAIN, PASSWORD),
        (FILMS, str(nowhere)),
        (f"{nowhere} cannot be", None),
        (FILMS, str(films)),
        *unset(SERIES, *KEYS),
        (LOOK, "perhaps"),
        (ITSELF, "sometimes"),
        ("sometimes is none of manual, hybrid, automatic.", None),
        (ITSELF, "Manual"),
        (RUN, "n"),
    ]


async def shown(server: serving.Server, path: str) -> dict[str, Any]:
    async with server.client() as client:
        answer = await client.get(f"/api/v1/{path}")
    return dict(answer.json())


async def test_a_person_is_asked_for_everything_and_again_for_what_is_no_answer(
    tmp_path: Path,
) -> None:
    films, data = tmp_path / "Films", tmp_path / "data"
    make_mkv(films / "Heat (1995)" / "Heat (1995).mkv")
    answers = with_rubbish(tmp_path / "nowhere", films)
    with serving.serving(data) as server:
        code, screen = talk("setup", "--data", data, answers=answers)
        people, libraries = await shown(server, "users"), await shown(server, "libraries")
        said = [await shown(server, f"settings/{each}") for each in ("metadata", "audio")]
        steps = (await shown(server, "onboarding"))["steps"]

    assert code == 0, screen
    assert PASSWORD not in screen
    assert [(each["name"], each["role"]) for each in people["users"]] == [("ada", "admin")]
    [library] = libraries["libraries"]
    assert (library["folders"], library["automation"]) == ([str(films)], "manual")
    assert said[0]["values"]["language"] == "fr"
    assert said[1]["values"]["languages"] == ["en", "fr"]
    assert {each["name"]: each["outcome"] for each in steps} == {
        "account": "done",
        "libraries": "done",
        "connections": "skipped",
        "preferences": "done",
        "first_run": "skipped",
    }


async def test_who_only_presses_enter_changes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    questions = [LANGUAGE, HEARD, NAME, FILMS, SERIES, *KEYS, LOOK, ITSELF, RUN]

    with serving.serving(data) as server:
        code, screen = talk("setup", "--data", data, answers=unset(*questions))
        people, steps = await shown(server, "users"), (await shown(server, "onboarding"))["steps"]

    assert code == 0, screen
    assert "There was nothing to set up." in screen
    assert people["users"] == []
    assert {each["outcome"] for each in steps} == {"skipped"}


def test_only_what_no_option_says_is_asked_and_no_second_admin_is(tmp_path: Path) -> None:
    data, films = tmp_path / "data", tmp_path / "Films"
    films.mkdir()
    run("users", "add", "ada", "--role", "admin", "--data", data, said=PASSWORD)
    options = ("--movies", films, "--language", "fr", "--hear", "en", "--automation", "manual")

    code, screen = talk("setup", *options, "--data", data, answers=unset(*KEYS, LOOK, RUN))

    assert code == 0, screen
    assert not any(each in screen for each in (LANGUAGE, HEARD, NAME, FILMS, SERIES, ITSELF))


def test_a_script_is_asked_nothing(tmp_path: Path) -> None:
    told = run("setup", "--data", tmp_path / "data", said="xyzzy\n" * 20)

    assert (told.returncode, "?" in told.stderr, "Enter" in told.stderr) == (0, False, False)
