"""What the server does not need is left out of what it imports."""

import importlib
import subprocess
import sys

import pytest

from maestrarr.cli.loading import without


def test_a_library_is_left_out_meanwhile_and_there_again_afterwards() -> None:
    sys.modules.pop("colorsys", None)
    with without("colorsys"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("colorsys")

    assert importlib.import_module("colorsys").rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)


def test_a_library_that_is_loaded_already_stays() -> None:
    with without("json"):
        assert importlib.import_module("json").loads("1") == 1
    assert "json" in sys.modules


def test_what_is_logged_needs_no_library_for_drawing() -> None:
    script = (
        "import sys\n"
        "from maestrarr.cli.loading import without\n"
        "with without('rich'):\n"
        "    from maestrarr.kit import log\n"
        "import structlog\n"
        "log.set_up(sys.stdout, as_json=False)\n"
        "try: 1 / 0\n"
        "except ZeroDivisionError: structlog.get_logger().exception('went.wrong')\n"
        "assert 'rich' not in sys.modules\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert "went.wrong" in told.stdout
    assert "ZeroDivisionError: division by zero" in told.stdout
