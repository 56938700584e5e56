"""NFO files that are broken, or meant to break us: no file, no address, no memory is given away."""

import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.media.causes import Cause, because
from maestrarr.media.nfo import LARGEST_BYTES, NfoFile, read, read_file

SECRET = "this-was-in-another-file"
REFUSED = because("nfo_types")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return path


@pytest.fixture
def visits() -> Iterator[tuple[str, list[str]]]:
    """A server on loopback that remembers who asked for what; nobody should."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            del format, args

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def declarations(target: str) -> list[str]:
    """Ways to make a parser open `target`."""
    body = "<movie><title>&x;</title></movie>"
    return [
        f'<!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
        f'<!DOCTYPE movie [<!ENTITY x PUBLIC "p" "{target}">]>{body}',
        f'<!doctype movie [<!entity x SYSTEM "{target}">]>{body}',
        f'<!DOCTYPE movie SYSTEM "{target}">{body}',
        f'<!DOCTYPE movie PUBLIC "-//x" "{target}">{body}',
        f'<!DOCTYPE movie [<!ENTITY % p SYSTEM "{target}">%p;]>{body}',
        f'<!DOCTYPE movie [<!ENTITY % p SYSTEM "{target}"><!ENTITY x "%p;">]>{body}',
        f'<?xml version="1.0"?>\n\n<!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
        f'<!-- fine --><!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
        f'<!-- > <!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
        f'<movie/><!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
        f'<movie><!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]><title>&x;</title></movie>',
        f'text before <!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
        f'\ufeff<!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
        f'<!DOC\0TYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
        f'<![CDATA[<!DOCTYPE movie [<!ENTITY x SYSTEM "{target}">]>{body}',
    ]


def inclusions(target: str) -> list[str]:
    """Ways to make a careless reader fetch `target` without declaring anything."""
    return [
        (
            '<movie xmlns:xi="http://www.w3.org/2001/XInclude">'
            f'<title>A</title><plot><xi:include href="{target}" parse="text"/></plot></movie>'
        ),
        f'<?xml-stylesheet type="text/xsl" href="{target}"?><movie><title>A</title></movie>',
        (
            '<movie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:noNamespaceSchemaLocation="{target}"><title>A</title></movie>'
        ),
        f'<movie xml:base="{target}"><title>A</title></movie>',
        f"<movie><title>A</title><thumb>{target}</thumb><trailer>{target}</trailer></movie>",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("form", range(len(declarations(""))))
def test_a_document_type_is_refused_and_opens_no_file(
    form: int, encoding: str, secret: Path
) -> None:
    found = read(declarations(secret.as_uri())[form].encode(encoding))
    assert SECRET not in repr(found)
    assert found == NfoFile(fault=REFUSED)


@pytest.mark.parametrize("form", range(len(declarations(""))))
def test_a_document_type_asks_no_server(form: int, visits: tuple[str, list[str]]) -> None:
    address, asked = visits
    read(declarations(f"{address}/x.dtd")[form].encode())
    assert asked == []


@pytest.mark.parametrize("form", range(len(inclusions(""))))
def test_an_inclusion_opens_no_file_and_asks_no_server(
    form: int, secret: Path, visits: tuple[str, list[str]]
) -> None:
    address, asked = visits
    found = read(inclusions(secret.as_uri())[form].encode())
    read(inclusions(f"{address}/x")[form].encode())
    assert SECRET not in repr(found)
    assert found.entries[0].title == "A"
    assert asked == []


LAUGHS = (
    '<!DOCTYPE lol [<!ENTITY a "lol">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><movie><title>&i;</title></movie>"
)
QUADRATIC = (
    f'<!DOCTYPE lol [<!ENTITY a "{"x" * 50_000}">]><movie><title>{"&a;" * 50_000}</title></movie>'
)
RECURSIVE = '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><movie><title>&a;</title></movie>'
UTF7 = b"<?xml version='1.0' encoding='utf-7'?>+ADwAIQ-DOCTYPE+AD4-<movie><title>A</title></movie>"


@pytest.mark.parametrize("text", [LAUGHS, QUADRATIC, RECURSIVE], ids=["laughs", "big", "circle"])
def test_entities_that_grow_are_never_expanded(text: str) -> None:
    assert read(text.encode()) == NfoFile(fault=REFUSED)


def test_an_encoding_that_hides_markup_is_not_decoded() -> None:
    found = read(UTF7)
    assert found.entries[0].title == "A"


MB = 1_000_000
LARGE = {
    "deep": b"<movie>" + b"<a>" * MB,
    "deep and closed": b"<movie>" + b"<a>" * 300 + b"</a>" * 300 + b"<title>A</title></movie>",
    "closings only": b"<movie>" + b"</b>" * MB,
    "comments never closed": b"<!--" * MB,
    "cdata never closed": b"<![CDATA[" * 500_000,
    "openings": b"<" * 4 * MB,
    "ampersands": b"<movie><title>" + b"&" * 4 * MB + b"</title></movie>",
    "entities": b"<movie><title>" + b"&eacute;" * 500_000 + b"</title></movie>",
    "unknown entities": b"<movie><title>" + b"&lol;" * 500_000 + b"</title></movie>",
    "numbered characters": b"<movie><title>" + b"&#x41;" * 500_000 + b"</title></movie>",
    "attributes": b"<movie " + b" ".join(b'a%d=""' % n for n in range(300_000)) + b"/>",
    "one attribute again": b"<movie " + b'a="" ' * 500_000 + b"/>",
    "declarations": b"<?xml " * 500_000,
    "processing": b"<movie><?a b?>" * 100_000,
    "text": b"<movie><plot>" + b"x" * 4 * MB + b"</plot></movie>",
    "actors": b"<movie>" + b"<actor><name>A</name></actor>" * 150_000 + b"</movie>",
    "roots": b"<movie/>" * 600_000,
    "spaces": b" " * 5 * MB,
    "zeros": b"\0" * 5 * MB,
    "noise": bytes(range(256)) * 15_000,
    "digits": b"<movie><year>" + b"9" * 4 * MB + b"</year></movie>",
    "namespaces": b"<movie " + b" ".join(b'xmlns:a%d="u"' % n for n in range(50_000)) + b"/>",
    "addresses": b"thetvdb.com/" * 400_000,
    "ids": b"tt1234567 " * 400_000,
    "quotes": b"<movie a='" * 400_000,
    "too large": b"<movie/>" * (LARGEST_BYTES // 8 + 1),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_ends_with_an_answer(name: str) -> None:
    found = read(LARGE[name])
    assert found.entries or found.fault


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"<movie><title>Tom & Jerry</title></movie>", "Tom & Jerry"),
        (b"<movie><title>A</title><plot>x", "A"),
        (b"<movie><title>A</title><plot>x</movie>", "A"),
        (b"<movie><title>A</title></plot></movie>", "A"),
        (b"<movie><title>A</title><plot>1 < 2</plot></movie>", "A"),
        (b"<movie><title>A</title><x y=z></x></movie>", "A"),
        (b"<movie><title>A</title><plot>&#0;&#xD800;</plot></movie>", "A"),
        (b"<movie><title>A</title><plot>&#99999999999;</plot></movie>", "A"),
        (b"<movie><title>A</title><![CDATA[never closed</movie>", "A"),
        (b"<movie><title>A</title><a:b>no prefix</a:b></movie", "A"),
        (b"<movie><title>A</title><1st>x</1st></movie>", "A"),
        (b"<?xml version='1.0'?><movie><title>A</title>\xff\xfe</movie>", "A"),
    ],
)
def test_of_broken_xml_what_is_readable_is_read_and_a_fault_is_told(
    data: bytes, title: str
) -> None:
    found = read(data)
    assert found.entries[0].title == title
    assert found.fault
    assert str(found.fault).startswith("Its ")


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (
            b"\0<\0m\0o\0v\0i\0e\0>\0<\0t\0i\0t\0l\0e\0>\0A\0<\0/\0t\0i\0t\0l\0e\0>\0<\0/\0m\0o\0v\0i\0e\0>",
            "A",
        ),
        (b"<movie><title>A\0\0</title></movie>\0\0\0", "A"),
        (b"<movie><title>A\x08\x1b</title></movie>", "A"),
        (b"\r\n\r\n  <?xml version='1.0'?><movie><title>A</title></movie>", "A"),
        (b"<?xml version='1.0' encoding='no-such'?><movie><title>A</title></movie>", "A"),
        (b"<?xml version='9.9' standalone='maybe'?><movie><title>A</title></movie>", "A"),
        (b"<movie><title>&lt;script&gt;</title></movie>", "<script>"),
        (b"<movie><title>&nosuch;</title></movie>", "&nosuch;"),
        (b"<movie><title>&ltimes;</title></movie>", "\u22c9"),
    ],
)
def test_what_is_only_odd_is_read_without_a_fault(data: bytes, title: str) -> None:
    found = read(data)
    assert (found.entries[0].title, found.fault) == (title, None)


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", because("empty")),
        (b"  \r\n", because("empty")),
        (b"\0\0\0\0", because("nfo_zeros")),
        (b"hello", because("nfo_nothing")),
        (
            b"<html><body>x</body></html>",
            because("nfo_nothing"),
        ),
        (
            b"<musicvideo><title>A</title></musicvideo>",
            because("nfo_nothing"),
        ),
        (b"x" * (LARGEST_BYTES + 1), because("nfo_too_large", size=5.0, largest=5)),
    ],
)
def test_a_file_without_a_title_says_why(data: bytes, cause: Cause) -> None:
    assert read(data) == NfoFile(fault=cause)


def test_of_very_many_titles_the_first_thousand_are_read() -> None:
    found = read(b"<movie/>" * 1001)
    assert len(found.entries) == 1000
    assert str(found.fault) == "It has 1001 titles; the first 1000 were read."


def test_a_pipe_in_a_library_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "movie.nfo"
    os.mkfifo(path)
    assert read_file(path).fault == because("no_file")


@given(st.binary(max_size=400))
def test_reading_bytes_never_raises(data: bytes) -> None:
    assert isinstance(read(data), NfoFile)


@given(
    st.lists(
        st.sampled_from(
            [
                *("<movie>", "</movie>", "<tvshow>", "<title>", "</title>", "<actor>", "</actor>"),
                *("<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<?", "?>", "&", ";"),
                *("<", ">", "'", '"', "\0", "é", "1999", "<rating name='a'>", "<id a='b'>", "/>"),
                *(
                    "<uniqueid type='tmdb'>",
                    "</uniqueid>",
                    "<set>",
                    "tt1234567",
                    "\ud83d\ude00",
                    " ",
                ),
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_reading_heaps_of_markup_never_raises(text: str) -> None:
    found = read(text.encode("utf-8", "surrogatepass"))
    assert found.entries or found.fault
