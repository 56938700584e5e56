"""Bytes of an NFO file to text, whatever its declaration claims."""

import re
from dataclasses import dataclass
from typing import Final

from maestrarr.media.causes import Cause, because

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
# Python knows encodings that compute (UTF-7, escapes): only those that NFO files come in are used.
_USUAL_ENCODING: Final = re.compile(
    r"iso-?8859-?\d{1,2}|windows-?125\d|cp125\d|latin-?\d|koi8-[ru]|gbk|gb2312|gb18030|big5"
    r"|shift[_-]jis|euc-jp|euc-kr",
    re.IGNORECASE,
)
# XML 1.0 has no place for these; they come from damaged files and from careless writers.
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how to write more of it.

    `mark` is the byte order mark that it begins with. `holds_only_ascii` says that what is added
    must be ASCII: the declaration names another encoding than the bytes are in, and readers differ
    in which of the two they believe.
    """

    text: str
    encoding: str
    mark: bytes = b""
    holds_only_ascii: bool = False
    fault: Cause | None = None

    def encode(self, text: str) -> bytes:
        """Write a text as this file is written; what its encoding has not goes by its number."""
        return self.mark + text.encode(self.encoding, errors="xmlcharrefreplace")


def decode(data: bytes) -> Decoded:
    """Turn bytes into text that XML may hold, with a sentence when the bytes were not as they say.

    The byte order mark wins, then UTF-8 if the bytes are that, then the declaration.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_mark(data, mark, encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data)
    declared = _declaration(data)
    is_other = declared is not None and declared.lower() not in {"utf-8", "utf8"}
    return Decoded(without_impossible(text), "utf-8", holds_only_ascii=is_other)


def without_impossible(text: str) -> str:
    """Take out the characters that XML 1.0 has no place for."""
    return _NOT_IN_XML.sub("", text)


def _with_mark(data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        text, fault = data.decode(encoding), None
    except UnicodeDecodeError:
        fault = because("nfo_mark", encoding=encoding.upper())
        text = data.decode(encoding, errors="replace")
    is_mark = text.startswith("\ufeff")
    plain = without_impossible(text).removeprefix("\ufeff")
    return Decoded(plain, encoding, mark if is_mark else b"", fault=fault)


def _declared(data: bytes) -> Decoded:
    encoding = _declaration(data) or "UTF-8"
    if _USUAL_ENCODING.fullmatch(encoding):
        try:
            return Decoded(without_impossible(data.decode(encoding)), encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    fault = because("nfo_encoding", encoding=encoding)
    text = without_impossible(data.decode("cp1252", errors="replace"))
    return Decoded(text, "cp1252", fault=fault)


def _declaration(data: bytes) -> str | None:
    declared = _DECLARED.search(data, 0, 200)
    return declared[1].decode("ascii") if declared else None
