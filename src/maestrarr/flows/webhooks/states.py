"""The words for what became of a report, and for how its sender was known."""

from enum import StrEnum


class State(StrEnum):
    """What became of a delivery."""

    WAITING = "waiting"  # it is kept, and will be taken up
    TAKEN = "taken"  # something is looked at because of it
    NOTED = "noted"  # it is known, and there is nothing to look at
    REPEATED = "repeated"  # the same came shortly before
    REFUSED = "refused"  # it names a place that belongs to no library
    UNKNOWN = "unknown"  # we know no such reports of this service
    UNREADABLE = "unreadable"  # it is not what this service sends


class Proof(StrEnum):
    """By what a sender was known."""

    PATH = "path"  # the secret stood in the address
    BASIC = "basic"  # as a password
    HEADER = "header"  # in a header
    SIGNATURE = "signature"  # it has signed what it sent
