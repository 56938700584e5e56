"""Killed at every call that changes the cache of pictures: a copy is there whole, or not at all."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import caching
from PIL import Image

from maestrarr.features.artwork import cache
from maestrarr.kit.data_folder import DataFolder
from maestrarr.media import images

NEVER = 1_000_000


def a_picture() -> bytes:
    written = io.BytesIO()
    Image.effect_noise((200, 300), 80).convert("RGB").save(written, "JPEG")
    return written.getvalue()


def test_a_copy_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    data = DataFolder(tmp_path / "data")
    given = tmp_path / "picture.jpg"
    given.write_bytes(a_picture())
    picture = cache.look_at(given.read_bytes())
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, caching.__file__, str(data.path), str(given)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:

        def play(at: int) -> int:
            assert process.stdin is not None
            assert process.stdout is not None
            print(at, file=process.stdin, flush=True)
            return int(process.stdout.readline())

        calls = play(NEVER)
        assert calls > 10
        for at in range(1, calls + 1):
            shutil.rmtree(data.path)
            assert play(at) == -9
            assert cache.state_of(data, picture.sha256, picture.suffix) in (None, "missing")
            for small in data.artwork.glob("thumbnails/*/*.webp"):
                images.look(small.read_bytes())
            assert play(NEVER) >= 0

            assert cache.state_of(data, picture.sha256, picture.suffix) is None
            for path in cache.strays(data, {picture.sha256: picture.suffix}):
                cache.forget(path)
            left = {path.suffix for path in data.artwork.rglob("*") if path.is_file()}
            assert left == {picture.suffix, ".webp"}
