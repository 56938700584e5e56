"""A process that keeps a picture, and dies at a chosen call; it bears a child for each death."""

import os
import sys
from pathlib import Path

from killing import Fault, Tripwire
from maestrarr.features.artwork import cache
from maestrarr.kit.data_folder import DataFolder


def keep_until(data: DataFolder, picture: cache.Picture, at: int) -> int:
    """Keep a picture and its thumbnails, unless call number `at` kills it; return how many."""
    wire = Tripwire(Fault(at))
    wire.install()
    cache.keep(data, picture)
    cache.thumbnail(data, picture.sha256, picture.suffix, cache.WIDTHS[0])
    return wire.calls


def main() -> None:
    data, picture = DataFolder(Path(sys.argv[1])), cache.look_at(Path(sys.argv[2]).read_bytes())
    for line in sys.stdin:
        born = os.fork()
        if born == 0:
            print(keep_until(data, picture, int(line)), flush=True)  # noqa: T201
            os._exit(0)
        _, status = os.waitpid(born, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
