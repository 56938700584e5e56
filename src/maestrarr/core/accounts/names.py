"""The names of users: which there may be, and when two are the same."""

import re
import unicodedata

LONGEST_NAME = 64

_NAME = re.compile(rf"\w[\w.@+-]{{0,{LONGEST_NAME - 1}}}")


def name_key(name: str) -> str:
    """Return a name as it is compared: in one Unicode form, whatever its case."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def is_fit(name: str) -> bool:
    """Tell whether a name can be a user's."""
    return all(map(_NAME.fullmatch, (name, name_key(name))))
