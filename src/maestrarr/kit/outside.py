"""What a process needs to call outside services."""

from dataclasses import dataclass, field
from uuid import UUID

from maestrarr.kit.crypto import KeyRing
from maestrarr.kit.http import Http


@dataclass(frozen=True, slots=True)
class Outside:
    """The way out: the one client of the process, and the keys that open what it calls with.

    `clients` holds what was made of a connection, with the version of it that it was made of: a
    client may know something that costs a call, such as a token that the service gave it.
    """

    http: Http = field(default_factory=Http)
    keys: KeyRing = field(default_factory=KeyRing.passing)
    clients: dict[UUID, tuple[int, object]] = field(default_factory=dict, repr=False)
