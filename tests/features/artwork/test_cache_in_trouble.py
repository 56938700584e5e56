"""The cache on a disk that fills up: a copy is whole or not there, and the reader is told."""

from pathlib import Path

import pytest
from gallery import a_picture

from disks import make_read_only, small_disk
from maestrarr.features.artwork import cache
from maestrarr.features.artwork.errors import CacheFull
from maestrarr.kit.data_folder import DataFolder


@pytest.fixture
def picture() -> cache.Picture:
    return cache.look_at(a_picture(form="BMP", width=500, height=750))


def kept(data: DataFolder) -> list[Path]:
    return [path for path in data.artwork.rglob("*") if path.is_file()]


def test_a_disk_that_has_little_room_is_left_to_the_database(
    tmp_path: Path, picture: cache.Picture
) -> None:
    with small_disk(tmp_path / "small", kib=2_048) as disk:
        data = DataFolder(disk)

        with pytest.raises(CacheFull):
            cache.keep(data, picture)

        assert kept(data) == []


def test_a_disk_that_fills_up_amid_a_write_keeps_nothing_half(
    tmp_path: Path, picture: cache.Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "small", kib=2_048) as disk:
        data = DataFolder(disk)
        (disk / "full").write_bytes(bytes(1_500 * 1_024))
        monkeypatch.setattr(cache, "SPARE_BYTES", -(2**40))  # as if others had filled it meanwhile

        with pytest.raises(CacheFull):
            cache.keep(data, picture)
        assert kept(data) == []

        (disk / "full").unlink()
        cache.keep(data, picture)
        assert cache.state_of(data, picture.sha256, picture.suffix) is None


def test_a_read_only_disk_is_said_in_a_sentence(tmp_path: Path, picture: cache.Picture) -> None:
    with small_disk(tmp_path / "small", kib=2_048) as disk:
        data = DataFolder(disk)
        make_read_only(disk)

        with pytest.raises(CacheFull) as refused:
            cache.keep(data, picture)

        assert str(refused.value)
