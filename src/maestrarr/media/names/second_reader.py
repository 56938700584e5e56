"""The other side of `fallback`: reads one name a line with PTT, answers one JSON object a line.

It is run as a script, in a process that may be killed at any time, and imports nothing of ours.
It ends by itself when its parent is gone or has asked nothing for a minute.
"""

import json
import select
import sys

_IDLE_SECONDS = 60


def main() -> None:
    """Answer until the input ends."""
    from PTT import parse_title  # noqa: PLC0415 - 195 ms, and only this process needs it

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while select.select([sys.stdin], [], [], _IDLE_SECONDS)[0]:
        line = sys.stdin.readline()
        if not line:
            return
        sys.stdout.write(json.dumps(parse_title(json.loads(line)), default=str) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
