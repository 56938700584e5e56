"""The languages that people are spoken to in."""

from enum import StrEnum


class Language(StrEnum):
    """A language that there are words for."""

    EN = "en"
    TR = "tr"
    FR = "fr"
