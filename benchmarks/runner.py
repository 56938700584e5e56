"""What every benchmark shares: options, verdicts, and the one line of JSON."""

import argparse
import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from typing import Any

NAMES = (
    "api", "audio", "changes", "client", "enrich", "jobs", "live", "publish", "scaleout", "scan",
    "webhooks",
)  # fmt: skip


def target(
    name: str, figure: float | None, limit: float, *, at_least: bool = False
) -> dict[str, Any]:
    """Compare a figure with what was promised; `meets` is None when nothing was measured."""
    meets = None if figure is None else (figure >= limit if at_least else figure <= limit)
    bound = "at least" if at_least else "at most"
    return {"name": name, "figure": figure, "target": f"{bound} {limit:g}", "meets": meets}


def main(arguments: Sequence[str]) -> None:
    """Run the named benchmark, print what it found, and leave with its verdict."""
    options = _options(arguments)
    with redirect_stdout(sys.stderr):  # where logs go: standard output is the result's
        found = importlib.import_module(f"benchmarks.{options.name}").measure(options)
    print(json.dumps({"benchmark": options.name, **found}) if options.json else _in_words(found))
    raise SystemExit(0 if _passes(found, options) else 1)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/run", description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    parser.add_argument(
        "--files", "--titles", type=int, default=32_000, help="how many files, each a title"
    )
    parser.add_argument("--repeats", type=int, default=3, help="medians are taken over these")
    parser.add_argument(
        "--without-peers", action="store_true", help="leave out what needs other programs"
    )
    parser.add_argument("--workers", default="1,2,4", help="scaleout: how many work beside others")
    return parser.parse_args(arguments)


def _passes(found: Mapping[str, Any], options: argparse.Namespace) -> bool:
    verdicts = [each["meets"] for each in found["targets"]]
    return False not in verdicts and (None not in verdicts or options.without_peers)


def _in_words(found: Mapping[str, Any]) -> str:
    figures = [f"{name}: {value}" for name, value in found.items() if name != "targets"]
    signs = {True: "ok", False: "MISSED", None: "not measured"}
    verdicts = [
        f"{signs[each['meets']]}: {each['name']} {each['figure']} ({each['target']})"
        for each in found["targets"]
    ]
    return "\n".join([*figures, *verdicts])
