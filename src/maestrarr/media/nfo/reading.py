"""Reading an NFO file: strictly first, then what is readable, and always the addresses in it."""

import html
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import Final

from lxml import etree

from maestrarr.media.causes import Cause, because, because_of
from maestrarr.media.ids import ExternalIds, ids_in_url
from maestrarr.media.nfo.decoding import decode
from maestrarr.media.nfo.elements import local_name
from maestrarr.media.nfo.entry import NfoEntry, NfoFile
from maestrarr.media.nfo.fields import KINDS, read_entry

LARGEST_BYTES: Final = 5 * 1024 * 1024
MOST_ENTRIES: Final = 1000
_ADDRESSES_WITHIN: Final = 65_536

_DECLARATION: Final = re.compile(r"<\?xml[^<>]{0,300}>", re.IGNORECASE)
_OPENINGS: Final = re.compile(r"<!--|<!\[CDATA\[|<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CLOSINGS: Final = {"<!--": "-->", "<![cdata[": "]]>"}
_NAMED_ENTITY: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NUMBERED: Final = re.compile(r"&#(?:(\d{1,7})|[xX]([0-9A-Fa-f]{1,6}));")
_STRAY_AMPERSAND: Final = re.compile(
    r"&(?!(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_BARE_ID: Final = re.compile(r"(?<![^\W_])(tt\d{7,10})(?![^\W_])|tmdb:(\d{1,9})|tvdb:(\d{1,9})")


def read_file(path: Path) -> NfoFile:
    """Read the NFO file at `path`; what the system says against it becomes its fault."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return NfoFile(fault=because("no_file"))
        if status.st_size > LARGEST_BYTES:
            return _too_large(status.st_size)
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:  # a name may be none that a disk can have
        return NfoFile(fault=because_of("cannot_read", error))
    return read(data)


def read(data: bytes) -> NfoFile:
    """Read an NFO file's bytes. Never raises: what is wrong is told in the result's fault."""
    if len(data) > LARGEST_BYTES:
        return _too_large(len(data))
    if not data.strip(b"\0 \t\r\n"):
        return NfoFile(fault=because("nfo_zeros" if b"\0" in data else "empty"))
    decoded = decode(data)
    text, fault = decoded.text, decoded.fault
    if _declares_types(text):
        return NfoFile(fault=because("nfo_types"))
    start, end = text.find("<"), text.rfind(">") + 1
    outside = text if start < 0 or end <= start else f"{text[:start]}\n{text[end:]}"
    entries: tuple[NfoEntry, ...] = ()
    if 0 <= start < end:
        entries, xml_fault = _entries(text[start:end])
        fault = fault or xml_fault
    return _with_addresses(entries, outside, fault)


def _entries(text: str) -> tuple[tuple[NfoEntry, ...], Cause | None]:
    """Read the XML part; several roots in one file are children of one of ours."""
    body = _DECLARATION.sub("", text)
    if "&" in body:
        body = _NAMED_ENTITY.sub(_plain_entity, body)
    fault = None
    try:
        root = etree.fromstring(f"<nfo>{body}</nfo>", _parser(recovers=False))
    except etree.XMLSyntaxError as error:
        fault = _broken(error)
        root = _recovered(body)
    except ValueError:
        # lxml refuses a declaration that it recognises and we did not: such a text is no XML.
        return (), because("nfo_declaration")
    if root is None:
        return (), fault
    titles = _titles(root)
    if len(titles) > MOST_ENTRIES:
        fault = fault or because("nfo_many_titles", found=len(titles), most=MOST_ENTRIES)
    return tuple(read_entry(element) for element in titles[:MOST_ENTRIES]), fault


def _recovered(body: str) -> etree._Element | None:
    """Read what is readable; an `&` that begins nothing is taken as itself."""
    repaired = _STRAY_AMPERSAND.sub("&amp;", _NUMBERED.sub(_possible_character, body))
    try:
        return etree.fromstring(f"<nfo>{repaired}</nfo>", _parser(recovers=True))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recovers: bool) -> etree.XMLParser:
    """Make a parser that opens nothing, fetches nothing and expands nothing.

    One for each file: a parser keeps the errors of the last one, and must not be shared.
    """
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recovers,
        remove_comments=True,
        remove_pis=True,
    )


def _titles(root: etree._Element) -> list[etree._Element]:
    """Find the titles' elements: at the top, or one level below a wrapper."""
    found = []
    for element in root.iterchildren("*"):
        if local_name(element) in KINDS:
            found.append(element)
        else:
            inner = element.iterchildren("*")
            found += [child for child in inner if local_name(child) in KINDS and len(child)]
    return found


def _declares_types(text: str) -> bool:
    """Say whether the text declares a document type or entities, outside comments and CDATA."""
    position = 0
    while match := _OPENINGS.search(text, position):
        closing = _CLOSINGS.get(match[0].lower())
        if closing is None:
            return True
        end = text.find(closing, match.end())
        if end < 0:
            return _declares_types_openly(text, match.end())
        position = end
    return False


def _declares_types_openly(text: str, start: int) -> bool:
    """After a comment that never ends, a repairing parser may read on: so do we."""
    rest = text[start:].lower()
    return "<!doctype" in rest or "<!entity" in rest


def _plain_entity(match: re.Match[str]) -> str:
    """Replace HTML's named characters, which XML does not know, by what they mean."""
    if match[1] in _XML_ENTITIES:
        return match[0]
    meant = html.unescape(match[0])
    return html.escape(meant, quote=False)


def _possible_character(match: re.Match[str]) -> str:
    """Drop references to characters that cannot be, which the repairing parser would let in."""
    number = int(match[1]) if match[1] else int(match[2], 16)
    is_control = number < 32 and number not in {9, 10, 13}
    is_impossible = 0xD800 <= number <= 0xDFFF or number in {0xFFFE, 0xFFFF} or number > 0x10FFFF
    return "" if is_control or is_impossible else match[0]


def _with_addresses(entries: tuple[NfoEntry, ...], outside: str, fault: Cause | None) -> NfoFile:
    """Add what the addresses around the XML say: an NFO file may be nothing but an address."""
    near = outside[:_ADDRESSES_WITHIN]
    ids = ids_in_url(near).merged_with(_bare_ids(near))
    if entries:
        first = replace(entries[0], ids=entries[0].ids.merged_with(ids))
        return NfoFile((first, *entries[1:]), fault)
    if ids:
        return NfoFile((NfoEntry(ids=ids),), fault)
    return NfoFile(fault=fault or because("nfo_nothing"))


def _bare_ids(text: str) -> ExternalIds:
    found = ExternalIds()
    for match in _BARE_ID.finditer(text):
        tmdb, tvdb = (int(match[2]) if match[2] else None), (int(match[3]) if match[3] else None)
        found = found.merged_with(ExternalIds(tmdb=tmdb, tvdb=tvdb, imdb=match[1]))
    return found


def _broken(error: etree.XMLSyntaxError) -> Cause:
    reason = (error.msg or "unknown").partition(", line")[0]
    return because("nfo_broken", line=error.lineno or 1, technical=reason)


def _too_large(size_bytes: int) -> NfoFile:
    size, largest = size_bytes / 1024 / 1024, LARGEST_BYTES // 1024 // 1024
    return NfoFile(fault=because("nfo_too_large", size=round(size, 1), largest=largest))
