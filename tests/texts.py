"""Hostile texts: paths that lead elsewhere, and searches that are more than words."""

import itertools
import unicodedata
from urllib.parse import quote

_TARGETS = ("etc/passwd", "etc", "proc/self/environ", "root/.ssh/id_rsa", "dev/zero", "")
_UPS = (
    "..", "../..", "../../../../..", "./..", "..//..", ".../...//", "....//", "..\\", "..\\..\\..",
    "..;/..", "%2e%2e", "%2e%2e%2f%2e%2e", "%252e%252e%252f", "..%2f..", "..%5c..", "..%c0%af..",
    "%c0%ae%c0%ae", "%uff0e%uff0e", "．．／．．", "․․/․․", "..%00/", "..\0/..", "..\n/..",
    "..%0a/..", "‥/", "..⁄..", "..∕..", "~/..", "~root/..", "$HOME/..", "${HOME}/..", "`pwd`/..",
    "$(pwd)/..",
)  # fmt: skip
_ROOTS = (
    "/", "//", "///", "\\\\", "\\\\?\\", "\\\\.\\", "\\\\127.0.0.1\\c$\\", "C:\\", "C:/", "c:",
    "file:", "file:/", "file://", "file:///", "FILE:///", "smb://nas/", "http://127.0.0.1/",
    "data:,", "jar:file:", "~", "~/", "~root/", "~nobody-there/", "/proc/self/root/",
    "/proc/self/cwd/", "/proc/1/root/", "/dev/fd/0/", "/dev/", "/./", "/../", " /", "\t/", "/ ",
    "\0/", "\n/", "\r\n/", "%2f", "%00/", "\ufeff/", "\u202e/", "@/", "|/", "-", "--", "--help ",
    "-i ", "*", "?", "[a-z]",
)  # fmt: skip
_ALONE = (
    "", " ", ".", "..", "/", "\\", "\0", "\n", "\t", "\x7f", "\x1b[2J", "x" * 5_000, "/" * 5_000,
    "../" * 1_666, "a/" * 2_500, "é" * 5_000, "\U0001f3ac" * 1_250, "\ud800", "/\udcff",
    "/a\udc80b", unicodedata.normalize("NFC", "/médias"), unicodedata.normalize("NFD", "/médias"),
    "con", "nul", "aux.mkv", "a:b", "a:$DATA", "/dev/stdin", "/dev/full", "/dev/tty",
    "/proc/self/mem", "/sys/kernel", "/proc/self/fd/0", "/media/*", "/{a,b}", "'", '"', "`id`",
    "$(id)", "; ls", "| ls", "&& ls", "> /x", "%s%s%s%n", "%x", "{0}", "{{7*7}}", "${7*7}",
    "<script>", "\u2028", "\u2029", "\x85", "\u200b", "null", "None", "true", "0", "-1", "1e309",
    "NaN", "[]", "{}", "%", "%%", "%zz", "+", "#", "?a=b",
)  # fmt: skip

FAR_TOO_LONG = (f"/{'x' * 300}", f"/{'x' * 4_000}")
PATHS = tuple(
    dict.fromkeys(
        [
            *FAR_TOO_LONG,
            *_ALONE,
            *(f"{root}{target}" for root, target in itertools.product(_ROOTS, _TARGETS)),
            *(f"{up}/{target}" for up, target in itertools.product(_UPS, _TARGETS[:4])),
            *(f"/{up}/{target}" for up, target in itertools.product(_UPS, _TARGETS[:2])),
        ]
    )
)

_SYNTAX = (
    '"', '""', '"""', "'", "''", "*", "**", "*a", "a*", "^a", "a^", "+", "-a", "a-b", "a -b", "(",
    ")", "()", "((", "a(b", "NEAR", "NEAR(a b)", "NEAR(a b, 2)", "NEAR/2", "AND", "OR", "NOT",
    "a AND", "AND b", "a OR", "NOT a", "a NOT b", "a AND OR b", "words:", "words : a", "words:a",
    "{words}", "{words trigrams} : a", "-words : a", "rowid:1", "rowid", "a:b:c",
    "title_search_index", "rank", "rank:bm25(1)", "a + b", "a . b", "\\", "\\\\", "\\'", '\\"',
    ":*", "a:*", "!a", "!", "!!", "&", "a & b", "a | b", "|", "<->", "a <-> b", "<2>", "a:A",
    "a:*ABCD", "@@", "@", "'a':*", "''':*", "%", "_", "%%", "__", "%a%", "[a]", "[", "]", "{", "}",
    "~", "`", "$$", "$1", "$a$", ":a", "?", "?1", ";", "--", "/*", "*/", "#", ",", ".", "/", "=",
    "<", ">", "<script>alert(1)</script>", "&amp;",
)  # fmt: skip
_SQL = (
    "' OR '1'='1", "' OR 1=1 --", '" OR ""="', "') OR ('1'='1", "1; DROP TABLE titles",
    "x'; SELECT 1", "' UNION SELECT password_hash FROM users --",
    "' UNION SELECT * FROM sqlite_master --", "'||(SELECT 1)||'", "'; SELECT pg_sleep(5) --",
    "' AND 1=(SELECT COUNT(*) FROM users) --", "1 OR 1=1", "titles.id",
    "(SELECT token_hash FROM api_tokens)", "CAST(1 AS int)", "0x27", "CHAR(39)", "E'\\''",
    "U&'\\0027'", "\\x27", "%27", "%2527", "＇ OR 1=1", "ʼ OR 1=1", "admin'--", "*/ OR 1=1 /*",
    "randomblob(1000000000)", "load_extension('x')", "ATTACH DATABASE 'x' AS y",
    "PRAGMA journal_mode", "id;", "title desc", "title, (select 1)", "-title", "title asc; --",
    "(case when 1=1 then id end)",
)  # fmt: skip
_LETTERS = (
    "", " ", "   ", "\t", "\n", "\r\n", "\0", "a\0b", "\x01", "\x1f", "\x7f", "\x85", "\xa0",
    "\xad", "\u200b", "\u200d", "\u200f", "\u202e", "\u2028", "\u2060", "\ufeff", "\ufffd",
    "\ufffe", "\uffff", "\U0010ffff", "\ud800", "\udfff", "a\ud83d", "\U0001f3ac",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1f9\U0001f1f7", "e\u0301", "\u0301",
    "a" + "\u0301" * 500, "ı", "İ", "ß", "ﬁ", "Å", "Ǆ", "ς", "Ω", "שלום", "مرحبا", "日本語",
    "한국어", "ไทย", "नमस्ते", "\u05e9\u202ea", "𝕳𝖊𝖆𝖙", "Ｈｅａｔ", "①", "½", "٣", "x" * 10_000,
    "x " * 5_000, "é" * 3_000, '"' * 1_000, "(" * 1_000, "a*" * 500, "\U0001f3ac" * 500,
    "a b c d e f g h i j k l m n o p q r s t u v", "0", "-1", "1e9", "NaN", "null", "true",
    "undefined", "[object Object]", "{{7*7}}", "${7*7}", "%00",
)  # fmt: skip

SEARCHES = tuple(
    dict.fromkeys(
        [
            *_SYNTAX,
            *_SQL,
            *_LETTERS,
            *(f"heat{each}" for each in _SYNTAX),
            *(f"{each}heat" for each in _SQL),
        ]
    )
)


def in_address(text: str) -> str:
    """Write a text as a part of an address; half a character as the bytes that it would be."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")
