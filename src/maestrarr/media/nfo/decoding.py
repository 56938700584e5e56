"""Bytes of an NFO file to text, whatever its declaration claims."""

import re
from typing import Final

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


def decode(data: bytes) -> tuple[str, str | None]:
    """Turn bytes into text that XML may hold, with a sentence when the bytes were not as they say.

    The byte order mark wins, then UTF-8 if the bytes are that, then the declaration.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, fault = _with_mark(data, encoding)
            return _NOT_IN_XML.sub("", text).removeprefix("\ufeff"), fault
    try:
        text, fault = data.decode("utf-8"), None
    except UnicodeDecodeError:
        text, fault = _declared(data)
    return _NOT_IN_XML.sub("", text), fault


def _with_mark(data: bytes, encoding: str) -> tuple[str, str | None]:
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        fault = f"Some of its bytes are not {encoding.upper()}, which its first ones promise."
        return data.decode(encoding, errors="replace"), fault


def _declared(data: bytes) -> tuple[str, str | None]:
    declared = _DECLARED.search(data, 0, 200)
    encoding = declared[1].decode("ascii") if declared else "UTF-8"
    if _USUAL_ENCODING.fullmatch(encoding):
        try:
            return data.decode(encoding), None
        except (UnicodeDecodeError, LookupError):
            pass
    fault = f"Its text is not {encoding}, as it should be; it was read as Windows-1252."
    return data.decode("cp1252", errors="replace"), fault
