"""The second tier: a child process that answers, or is killed."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from writers import Templates

from maestrarr.media.facts import FaultKind, NotReadable, Probe
from maestrarr.media.ffmpeg import FfmpegReader, wire

HOSTILE = [
    b"-i.avi",
    b"concat:a|b.avi",
    b"https:__example.avi",
    b"new\nline.avi",
    b"invalid \xff\xfe.avi",
    b"per%d cent [2160p] 'quoted'.avi",
    b"film.avi:0",
]


@pytest.fixture
def ffmpeg() -> Iterator[FfmpegReader]:
    with FfmpegReader() as reader:
        yield reader


def child_of(reader: FfmpegReader) -> psutil.Process:
    assert reader._child is not None
    return psutil.Process(reader._child.pid)


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_any_name_is_only_a_name(
    name: bytes, templates: Templates, tmp_path: Path, ffmpeg: FfmpegReader
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.write_bytes(templates.path("film.avi").read_bytes())

    assert ffmpeg.read(path).container == "avi"


def test_a_relative_path_is_read_from_where_the_parent_is(
    templates: Templates, monkeypatch: pytest.MonkeyPatch, ffmpeg: FfmpegReader
) -> None:
    ffmpeg.read(templates.path("film.ts"))
    monkeypatch.chdir(templates.path("film.avi").parent)

    assert ffmpeg.read(Path("film.avi")).container == "avi"


@pytest.mark.parametrize(
    ("contents", "kind"),
    [
        (b"", FaultKind.DAMAGED),
        (b"RIFF\x00\x10\x00\x00AVI LIST", FaultKind.DAMAGED),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", FaultKind.DAMAGED),
        (b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1\n/etc/passwd\n", FaultKind.DAMAGED),
    ],
)
def test_what_ffmpeg_cannot_read_is_told(
    contents: bytes, kind: FaultKind, tmp_path: Path, ffmpeg: FfmpegReader
) -> None:
    path = tmp_path / "film.avi"
    path.write_bytes(contents)

    with pytest.raises(NotReadable) as raised:
        ffmpeg.read(path)
    assert raised.value.kind is kind


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path, ffmpeg: FfmpegReader) -> None:
    with pytest.raises(NotReadable, match="it is not there"):
        ffmpeg.read(tmp_path / "gone.avi")


def test_a_file_that_takes_too_long_does_not_hinder_the_next(
    templates: Templates, ffmpeg: FfmpegReader
) -> None:
    path = templates.path("film.avi")
    with pytest.raises(NotReadable, match=r"took longer than 0\.0001 s"):
        ffmpeg.read(path, limit_seconds=0.0001)

    assert ffmpeg.read(path).container == "avi"


def test_a_stopped_child_is_killed_and_leaves_no_zombie(
    templates: Templates, ffmpeg: FfmpegReader
) -> None:
    path = templates.path("film.avi")
    ffmpeg.read(path)
    child = child_of(ffmpeg)
    child.send_signal(signal.SIGSTOP)

    with pytest.raises(NotReadable, match="took longer"):
        ffmpeg.read(path, limit_seconds=0.2)

    assert not psutil.pid_exists(child.pid)


def test_a_crash_costs_one_file_at_most(templates: Templates, ffmpeg: FfmpegReader) -> None:
    path = templates.path("film.avi")
    ffmpeg.read(path)
    child = child_of(ffmpeg)
    child.kill()
    while child.status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.01)

    assert ffmpeg.read(path).container == "avi"
    assert child_of(ffmpeg).pid != child.pid


def test_one_child_answers_again_and_again(templates: Templates, ffmpeg: FfmpegReader) -> None:
    path = templates.path("film.avi")
    ffmpeg.read(path)
    first = child_of(ffmpeg).pid
    ffmpeg.read(path)

    assert child_of(ffmpeg).pid == first


def test_threads_take_turns(templates: Templates, ffmpeg: FfmpegReader) -> None:
    names = ["film.avi", "film.ts", "film.wmv", "film.flv"]
    paths = [templates.path(name) for name in names]
    found: dict[Path, Probe] = {}

    def read(path: Path) -> None:
        found[path] = ffmpeg.read(path)

    threads = [threading.Thread(target=read, args=(path,)) for path in paths * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [found[path].container for path in paths] == ["avi", "mpegts", "asf", "flv"]


def test_a_reader_that_nobody_closed_takes_its_child_along(templates: Templates) -> None:
    reader = FfmpegReader()
    reader.read(templates.path("film.avi"))
    pid = child_of(reader).pid

    del reader

    assert not psutil.pid_exists(pid)


PARENT = """
import sys, time
from pathlib import Path
from maestrarr.media.ffmpeg import FfmpegReader
reader = FfmpegReader()
reader.read(Path(sys.argv[1]))
print(reader._child.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_child_ends_with_its_parent(ending: signal.Signals, templates: Templates) -> None:
    path = templates.path("film.avi")
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        parent.send_signal(ending)
        parent.wait()

        psutil.wait_procs([child], timeout=30)
        assert not child.is_running()


@pytest.mark.parametrize(
    "answer",
    [
        b"\n",
        b"[]\n",
        b"7\n",
        b'{"kind": "unheard of", "reason": "x"}\n',
        b'{"video": ["x"]}\n',
        b'{"container": "avi"}\n',
        b"[" * 100_000 + b"\n",
        b"\xff\n",
    ],
    ids=range(8),
)
def test_what_is_no_answer_counts_as_a_crash(
    answer: bytes, templates: Templates, monkeypatch: pytest.MonkeyPatch, ffmpeg: FfmpegReader
) -> None:
    path = templates.path("film.avi")
    with monkeypatch.context() as patch:
        patch.setattr(FfmpegReader, "_exchange", lambda *_: answer)
        with pytest.raises(NotReadable, match="crashed"):
            ffmpeg.read(path)

    assert ffmpeg.read(path).container == "avi"


def test_an_answer_survives_its_way(templates: Templates, ffmpeg: FfmpegReader) -> None:
    found = ffmpeg.read(templates.path("mkvmerge-full.mkv"))

    assert wire.unpack_answer(wire.pack_answer(found)) == found
