"""Serves the twins as a process of its own: says where on its output, ends with its input."""

import argparse
import sys
import threading

from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.serving import served


def main() -> None:
    """Serve until whoever started this closes its input, or is gone."""
    given = _given()
    catalogue = Catalogue(films=given.films, series=given.series)
    ended = threading.Event()
    threading.Thread(target=_await_end, args=(ended,), daemon=True).start()
    try:
        _serve(catalogue, given.port, ended)
    except OSError:
        _serve(catalogue, 0, ended)


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m maestrarr.demo.upstreams", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="any other one if it is taken")
    parser.add_argument("--films", type=int, default=3_000)
    parser.add_argument("--series", type=int, default=600)
    return parser.parse_args()


def _serve(catalogue: Catalogue, port: int, ended: threading.Event) -> None:
    with served(catalogue, port) as upstreams:
        sys.stdout.write(f"{upstreams.address}\n")
        sys.stdout.flush()
        ended.wait()


def _await_end(ended: threading.Event) -> None:
    sys.stdin.buffer.read()
    ended.set()


main()
