"""Addresses are judged by what they lead to, however they are written."""

from ipaddress import ip_address

import httpx2
import pytest

from maestrarr.kit.http.addresses import Reach, check_addresses, check_url, literal, refusal
from maestrarr.kit.http.errors import ForbiddenAddress

PUBLIC, HOUSE = Reach.PUBLIC, Reach.HOUSE

FOR_ALL = ["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
FOR_THE_HOUSE = [
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "100.64.0.1", "198.18.0.1", "192.0.2.1", "198.51.100.7", "203.0.113.9", "192.0.0.8",
    "192.88.99.1", "::1", "fc00::1", "fd12:3456::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::c0a8:101", "2001:db8::1", "2001:20::1", "3fff::1", "5f00::1",
    "100::1",
]  # fmt: skip
FOR_NOBODY = [
    "0.1.2.3", "169.254.169.254", "169.254.0.1", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255", "100.100.100.200", "168.63.129.16", "192.0.0.192", "::",
    "::7f00:1", "::808:808", "::ffff:169.254.169.254", "::ffff:0.0.0.0", "::ffff:224.0.0.1",
    "64:ff9b::a9fe:a9fe", "64:ff9b:1::7f00:1", "::ffff:0:7f00:1", "2002:7f00:1::", "2002:808:808::",
    "2001::1", "fe80::1", "fec0::1", "ff02::1", "fd00:ec2::254", "fd20:ce::254",
]  # fmt: skip
STRANGE = [
    "2130706433", "0x7f000001", "0x7f.1", "0177.1", "127.1", "017700000001", "1.2.3.4.5", "0x",
    "1.", "::1%lo", "fe80::1%25eth0", "", ".", "a..b", ".a", "a b", "a%20b", "-", "a" * 64,
    "a." * 140, "host/path", "host:80", "[::1]", "ho\u00adst", "127。0。0。1", "evil#", "a@b",
]  # fmt: skip


@pytest.mark.parametrize("written", FOR_ALL)
def test_the_internet_is_reached_by_all(written: str) -> None:
    assert refusal(ip_address(written), PUBLIC) is None
    assert refusal(ip_address(written), HOUSE) is None


@pytest.mark.parametrize("written", FOR_THE_HOUSE)
def test_what_lies_inside_is_for_addresses_that_an_admin_has_set(written: str) -> None:
    assert refusal(ip_address(written), PUBLIC) == "inside"
    assert refusal(ip_address(written), HOUSE) is None


@pytest.mark.parametrize("written", FOR_NOBODY)
def test_addresses_for_a_networks_own_purposes_are_for_nobody(written: str) -> None:
    assert refusal(ip_address(written), PUBLIC) == "special"
    assert refusal(ip_address(written), HOUSE) == "special"


@pytest.mark.parametrize("host", STRANGE)
def test_a_host_that_others_would_read_as_an_address_is_none(host: str) -> None:
    with pytest.raises(ForbiddenAddress):
        literal(host)


@pytest.mark.parametrize(
    "host",
    [
        "example.org",
        "Example.ORG.",
        "localhost",
        "nas",
        "xn--bcher-kva.de",
        "my_nas.lan",
        "3com.net",
        "1e100.net",
    ],
)
def test_a_name_is_a_name(host: str) -> None:
    assert literal(host) is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("http:///x", "spelling"),
        ("http://example.org:0/", "spelling"),
        ("http://example.org:99999/", "spelling"),
        ("http://2130706433/", "spelling"),
        ("http://[::1%25lo]/", "spelling"),
        ("http://[::ffff:127.0.0.1]/", "inside"),
        ("http://127.0.0.1:8096/", "inside"),
        ("https://169.254.169.254/latest/meta-data", "special"),
    ],
)
def test_a_url_is_judged_before_anything_is_asked(url: str, reason: str) -> None:
    with pytest.raises(ForbiddenAddress) as caught:
        check_url(httpx2.URL(url), PUBLIC)

    assert caught.value.reason == reason


def test_of_several_addresses_those_within_reach_are_kept() -> None:
    found = [ip_address(each) for each in ("fe80::1", "192.168.1.5", "8.8.8.8")]

    assert check_addresses("nas", found, HOUSE) == found[1:]
    assert check_addresses("nas", found, PUBLIC) == found[2:]
    with pytest.raises(ForbiddenAddress):
        check_addresses("nas", found[:2], PUBLIC)
