"""Media files whose headers lie, byte by byte."""

from pathlib import Path

HUGE = b"\xff" * 8


def element(name: str, *inside: bytes) -> bytes:
    """Write an EBML element with this id, in hex."""
    body = b"".join(inside)
    return bytes.fromhex(name) + (len(body) | 1 << 56).to_bytes(8, "big") + body


def a_lying_film(path: Path) -> Path:
    """Write a Matroska file whose numbers are as large as numbers get there."""
    colour = element("55b0", element("55b2", HUGE))
    picture = element("e0", element("b0", HUGE), element("ba", HUGE), colour)
    sound = element("e1", element("9f", HUGE), element("6264", HUGE))
    tracks = element(
        "1654ae6b",
        element("ae", element("83", b"\1"), element("86", b"V_MPEG4/ISO/AVC"), picture),
        element("ae", element("d7", HUGE), element("83", b"\2"), element("86", b"A_AC3"), sound),
    )
    header = element("1a45dfa3", element("4282", b"matroska"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header + element("18538067", element("1549a966"), tracks))
    return path
