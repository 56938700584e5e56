"""The names of users: which there may be, and when two are the same."""

import re
import unicodedata

_NAME = re.compile(r"\w[\w.@+-]{0,63}")


def name_key(name: str) -> str:
    """Return a name as it is compared: in one Unicode form, whatever its case."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def name_fault(name: str) -> str | None:
    """Say why a name cannot be a user's; None when it can."""
    if _NAME.fullmatch(name) and _NAME.fullmatch(name_key(name)):
        return None
    return "A name has at most 64 letters, digits and . _ @ + -, and begins with a letter or digit."
