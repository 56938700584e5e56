"""What it is deployed with: every file can be read, and speaks of what there is."""

import json
import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from maestrarr import rooms
from maestrarr.cli.main import command
from maestrarr.kit import config, metrics
from maestrarr.server import installation  # noqa: F401  # what is counted, it brings along
from maestrarr.server import metrics as server_metrics

CHECKOUT = Path(__file__).parents[2]
DEPLOY = CHECKOUT / "deploy"
METRIC = re.compile(r"\bmaestrarr_[a-z_]+")


def test_every_yaml_file_can_be_read() -> None:
    files = [file for file in DEPLOY.rglob("*.yaml") if "example" not in file.name]

    assert {"compose.yaml", "alerts.yaml"} <= {file.name for file in files}
    assert all(isinstance(YAML(typ="safe").load(file), dict) for file in files)


def test_dashboard_and_alerts_ask_for_figures_that_there_are() -> None:
    dashboard = json.loads((DEPLOY / "grafana" / "maestrarr.json").read_text())
    asked = {name for query in _queries(dashboard) for name in METRIC.findall(query)}
    alerts = YAML(typ="safe").load(DEPLOY / "prometheus" / "alerts.yaml")
    rules = [rule for group in alerts["groups"] for rule in group["rules"]]
    asked |= {name for rule in rules for name in METRIC.findall(rule["expr"])}

    assert asked <= _known_figures()
    assert {panel["title"] for panel in dashboard["panels"]} > {"Requests", "Jobs"}


def test_every_alert_stands_in_the_documents() -> None:
    alerts = re.findall(r"alert: (\w+)", (DEPLOY / "prometheus" / "alerts.yaml").read_text())
    documented = (CHECKOUT / "docs" / "monitoring.md").read_text()

    assert [alert for alert in alerts if f"| {alert} |" not in documented] == []


def test_the_example_names_every_key_of_the_configuration(tmp_path: Path) -> None:
    text = (DEPLOY / "maestrarr.example.yaml").read_text()
    said = tmp_path / "maestrarr.yaml"
    said.write_text(re.sub(r"^# ( *\w+:(?: .*)?)$", r"\1", text, flags=re.MULTILINE))

    known = config.keys()
    loaded = config.load(file=said, environment={})

    assert {key for key in known if loaded.origin(key).locks} == set(known)


@pytest.mark.parametrize("file", ["compose.yaml", "compose.postgres.yaml", "compose.workers.yaml"])
def test_what_compose_runs_is_a_command_that_there_is(file: str) -> None:
    services = YAML(typ="safe").load(DEPLOY / file)["services"].values()

    for name, *options in (service["command"] for service in services if "command" in service):
        known = {spelling for option in command().commands[name].params for spelling in option.opts}
        assert set(options) <= known


@pytest.mark.parametrize(
    "files",
    [
        ["compose.yaml"],
        ["compose.yaml", "compose.postgres.yaml"],
        ["compose.yaml", "compose.postgres.yaml", "compose.workers.yaml"],
    ],
)
def test_compose_asks_for_no_variable_that_the_example_lacks(files: list[str]) -> None:
    known = set(re.findall(r"^([A-Z_]+)=", (DEPLOY / ".env.example").read_text(), re.MULTILINE))
    asked = {
        name for file in files for name in re.findall(r"\$\{(\w+)", (DEPLOY / file).read_text())
    }

    assert asked <= known


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_the_container_runs_as_whom_it_is_told_and_owns_its_data(tmp_path: Path) -> None:
    data, bin_ = tmp_path / "data", tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "maestrarr").write_text('#!/bin/sh\necho "$(id -u):$(id -g) $(umask) $*"\n')
    (bin_ / "maestrarr").chmod(0o755)
    for folder in (tmp_path, *tmp_path.parents):
        folder.chmod(folder.stat().st_mode | 0o111)
    told = {"PATH": f"{bin_}:{os.environ['PATH']}", "MAESTRARR_DATA": str(data)}

    ran = subprocess.run(
        ["sh", DEPLOY / "docker" / "entrypoint.sh", "serve"],
        env={**told, "PUID": "1234", "PGID": "4321", "UMASK": "002"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout.strip() == "1234:4321 0002 serve"
    assert (data.stat().st_uid, data.stat().st_gid) == (1234, 4321)


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_the_steps_of_the_image_leave_a_program_that_runs(tmp_path: Path) -> None:
    source, built = tmp_path / "src", tmp_path / "opt"
    subprocess.run(["git", "clone", "-q", CHECKOUT, source], check=True)
    subprocess.run(["sh", source / "deploy" / "docker" / "build.sh", built], check=True)

    said = subprocess.run(
        [built / "bin" / "maestrarr", "--version"], cwd=tmp_path, capture_output=True, check=True
    )

    assert said.stdout
    static = next(built.glob("lib/python3*/site-packages/maestrarr/server/static/index.html"))
    assert "<script" in static.read_text()
    assert (static.parents[2] / "core" / "notifications" / "locales" / "tr.json").is_file()


def _queries(dashboard: Any) -> Iterable[str]:
    if isinstance(dashboard, dict):
        yield from (dashboard["expr"],) if "expr" in dashboard else ()
        for value in dashboard.values():
            yield from _queries(value)
    elif isinstance(dashboard, list):
        for value in dashboard:
            yield from _queries(value)


def _known_figures() -> set[str]:
    rooms.load("jobs")  # what rooms count, their jobs bring along
    counted = {family.name for family in metrics.counted()}
    spreads = {f"{name}_bucket" for name in counted}
    return counted | spreads | set(METRIC.findall(Path(server_metrics.__file__).read_text()))
