"""`maestrarr connections` as a script uses it: secrets by a line, what is wrong in words."""

import subprocess
from pathlib import Path

from command import run
from maestrarr.demo.upstreams.serving import Upstreams


def given(secret: str, *arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    """Run a command that finds a secret in a line of its input."""
    return run("--data", data, *arguments, said=f"{secret}\n")


def test_a_service_is_connected_from_the_terminal(upstreams: Upstreams, data: Path) -> None:
    add = ["connections", "add", "emby", "--set", f"url={upstreams.url('emby')}"]

    refused = given("wrong", *add, data=data)
    made = given("demo", *add, "--map", "D:\\Films=/films", data=data)
    path = run("connections", "path", "Emby", "d:/films/Heat", "--data", data)
    rotated = run("admin", "rotate-key", "--data", data)

    said = "Emby does not accept the key. Correct the key or the password in the connection"
    assert (refused.returncode, refused.stderr.startswith(said)) == (2, True)
    assert (made.returncode, "well:" in made.stdout) == (0, True)
    assert "/films/Heat" in path.stdout
    assert rotated.stdout == "Secrets sealed anew: 1.\n"
