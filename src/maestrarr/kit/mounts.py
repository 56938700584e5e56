"""On which kind of file system a folder lies, as the system's table of mounts says."""

import re
from collections.abc import Mapping
from pathlib import Path

TABLE = Path("/proc/self/mountinfo")

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|fuse(?!ctl)\b.*|fuseblk|9p|afs|ceph|gluster\w*|lustre|orangefs|davfs|ncpfs"
    r"|virtiofs|vboxsf|prl_fs|acfs|ocfs2|gfs2?|beegfs|pvfs2"
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def read() -> dict[str, str]:
    """Return the kind of file system by mount point; nothing where the system keeps no table."""
    try:
        return parse(TABLE.read_text(encoding="utf-8", errors="surrogateescape"))
    except FileNotFoundError:
        return {}


def parse(table: str) -> dict[str, str]:
    """Read a table of mounts; of two on one place, the later one counts.

    Source: proc_pid_mountinfo(5).
    """
    mounts = {}
    for line in table.splitlines():
        before, separator, after = line.partition(" - ")
        if separator:
            place = _OCTAL.sub(lambda found: chr(int(found[1], 8)), before.split()[4])
            mounts[place] = after.split()[0]
    return mounts


def kind_at(path: str, mounts: Mapping[str, str]) -> str | None:
    """Return the kind of file system on which a path lies, or None where nobody knows."""
    around = [place for place in mounts if _lies_in(path, place)]
    return mounts[max(around, key=len)] if around else None


def network_below(path: str, mounts: Mapping[str, str]) -> dict[str, str]:
    """Return the network's mounts below a path."""
    return {
        place: kind
        for place, kind in mounts.items()
        if place != path and _lies_in(place, path) and is_network(kind)
    }


def is_network(kind: str) -> bool:
    """Tell whether others may change files there unseen: over a network, or through a program."""
    return _NETWORK.fullmatch(kind) is not None


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
