"""The child that reads text tracks of a film: every line it finds, then that it has ended.

Run as `python -m maestrarr.media.subtitles.worker DESCRIPTOR INDEX…`; it ends when its standard
input does.
"""

import os
import resource
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Final

import av
import orjson
from av.container import InputContainer
from av.packet import Packet
from av.stream import Discard, Stream

from maestrarr.media.ffmpeg.examine import FORMATS
from maestrarr.media.ffmpeg.worker import MEMORY_BYTES, limit
from maestrarr.media.remux.worker import NICENESS, end_with_parent

LARGEST_LINE: Final = 1 << 20
_READING: Final = {"protocol_whitelist": "file", "format_whitelist": FORMATS}
_LENGTH_BYTES: Final = 2  # before the text of a sample of mov_text (3GPP TS 26.245, 5.17)


def main() -> None:
    """Tell every line of some tracks, and how it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    threading.Thread(target=end_with_parent, daemon=True).start()
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_AS, MEMORY_BYTES)
    descriptor, *indexes = map(int, sys.argv[1:])
    try:
        for told in lines(f"file:/dev/fd/{descriptor}", indexes):
            _say(told)
    except IndexError:
        _say({"failed": "it has no such track any more"})
    except (av.FFmpegError, OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else str(error)
        _say({"failed": said or "it cannot be read"})
    except MemoryError:
        _say({"failed": "it would need too much memory"})
    else:
        _say({"ended": True})
    sys.stdout.buffer.flush()


def lines(name: str, indexes: Sequence[int]) -> Iterator[dict[str, object]]:
    """Yield what some tracks are set up by, then each of their lines, as they come.

    Raises:
        av.FFmpegError, ValueError: it cannot be read.
        IndexError: there is no such track.
    """
    with av.open(name, container_options=_READING, metadata_errors="surrogateescape") as film:
        for stream in film.streams:
            if stream.index not in indexes:
                stream.discard = Discard.all
        for index in indexes:
            yield {"track": index, "setup": _setup(film.streams[index])}
        yield from _cues(film, [film.streams[index] for index in indexes])


def _cues(film: InputContainer, streams: Sequence[Stream]) -> Iterator[dict[str, object]]:
    for packet in film.demux(*streams):
        if packet.size and packet.pts is not None:
            yield _cue(packet, packet.pts)


def _cue(packet: "Packet[Stream]", due: int) -> dict[str, object]:
    base = packet.time_base * 1000
    start = round(due * base)
    end = start + round(packet.duration * base) if packet.duration else None
    data = bytes(packet)[:LARGEST_LINE]
    if packet.stream.codec_context.name == "mov_text":
        data = data[_LENGTH_BYTES : _LENGTH_BYTES + int.from_bytes(data[:_LENGTH_BYTES], "big")]
    return {
        "track": packet.stream.index,
        "start": start,
        "end": end,
        "text": data.decode("utf-8", "replace"),
    }


def _setup(stream: Stream) -> str:
    return (stream.codec_context.extradata or b"").decode("utf-8", "replace")


def _say(what: dict[str, object]) -> None:
    sys.stdout.buffer.write(orjson.dumps(what) + b"\n")


if __name__ == "__main__":
    main()
