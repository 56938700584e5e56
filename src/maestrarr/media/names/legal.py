"""Names that every file system takes, made of names that people and films have."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

LONGEST_BYTES: Final = 255
# Kodi puts `_` in the place of each of these when it looks for a person's or a set's pictures.
_ILLEGAL: Final = re.compile('[/\\\\?:*"<>|\x00-\x1f\x7f\ud800-\udfff]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_DIGEST_CHARACTERS: Final = 8


def legal_name(name: str, longest_bytes: int = LONGEST_BYTES) -> str:
    """Make a name that may stand on any disk: always the same one, which Kodi looks for as well.

    A name that is too long is cut, and ends with a digest of the whole; its Unicode form stays.
    """
    plain = _ILLEGAL.sub("_", name).rstrip(". ") or "_"
    if _RESERVED.fullmatch(plain):
        plain = f"{plain}_"
    return plain if size_bytes(plain) <= longest_bytes else marked(plain, name, longest_bytes)


def marked(plain: str, name: str, longest_bytes: int = LONGEST_BYTES) -> str:
    """Add a digest of `name` to its legal form, so that another name's is told from it."""
    digest = hashlib.blake2b(name.encode(errors="surrogatepass")).hexdigest()
    mark = f"~{digest[:_DIGEST_CHARACTERS]}"
    while size_bytes(plain) + len(mark) > longest_bytes:
        plain = plain[:-1]
    return plain + mark


def legal_names(names: Iterable[str], longest_bytes: int = LONGEST_BYTES) -> dict[str, str]:
    """Make legal names that are told apart where letters' case and Unicode's forms are not.

    Of names that would be one on a disk, the first in the order of letters keeps its plain form.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        legal = legal_name(name, longest_bytes)
        if place_of(PurePath(legal)) in taken:
            legal = marked(legal, name, longest_bytes)
        taken.add(place_of(PurePath(legal)))
        found[name] = legal
    return found


def place_of(path: PurePath) -> str:
    """Return a path as the least exacting disk tells paths apart: no case, one Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", str(path)).casefold())


def size_bytes(name: str) -> int:
    """Count the bytes of a name on disk; bytes that are no text count as themselves."""
    try:
        return len(os.fsencode(name))
    except UnicodeEncodeError:
        return len(name.encode(errors="surrogatepass"))
