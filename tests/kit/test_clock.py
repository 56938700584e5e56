"""Which zone a machine's clocks tell the time of."""

from pathlib import Path

import pytest

from maestrarr.kit import clock


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Europe/Istanbul", "Europe/Istanbul"),
        (":Asia/Tokyo", "Asia/Tokyo"),
        ("Etc/UTC", "UTC"),
        ("<+03>-3", "America/Lima"),
        ("../../etc/passwd", "America/Lima"),
        ("", "America/Lima"),
    ],
)
def test_the_variable_stands_above_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, zone: str
) -> None:
    system = tmp_path / "localtime"
    system.symlink_to("/usr/share/zoneinfo/America/Lima")
    monkeypatch.setattr(clock, "_LOCAL", system)
    monkeypatch.setenv("TZ", said)

    assert clock.own_zone() == zone


def test_a_machine_that_names_no_zone_is_at_utc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "_LOCAL", tmp_path / "localtime")
    monkeypatch.delenv("TZ", raising=False)

    assert clock.own_zone() == "UTC"
