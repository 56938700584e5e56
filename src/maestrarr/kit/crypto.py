"""Secrets at rest: sealed so that only this installation opens them, each only in its own place.

A sealed secret is AES-256-GCM with the place it belongs to as associated data: moved to another
row, it does not open. It names the key that it was sealed with, so that keys can be changed: the
newest seals, every one of the ring opens.
"""

import base64
import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from maestrarr.kit import atomic
from maestrarr.kit.errors import Problem

SHORTEST_KEY: Final = 32  # characters: 128 bits even of one who writes it in hexadecimal digits
_NONCE_BYTES: Final = 12
_ID_DIGITS: Final = 12
_FORM: Final = "1"


class KeyMissing(Problem):
    """What was sealed cannot be opened: the key is not here, or it was sealed for another place."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Enter it again, or bring the installation's old secret key back."

    def __init__(self) -> None:
        super().__init__("What is kept secret here was sealed with a key that is not at hand.")


class KeyUnreadable(Problem):
    """The file of the keys is there, and cannot be used."""

    status: ClassVar[int] = 503
    hint: ClassVar[str] = "Bring the file back from where it was kept, or delete it to begin anew."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds no key that can be used.", path=str(path))


class KeyIsConfigured(Problem):
    """The configuration names the keys, so they are changed there."""

    status: ClassVar[int] = 409
    hint: ClassVar[str] = "Put the new key before the old one in the configuration, and restart."

    def __init__(self) -> None:
        super().__init__("The secret key is set by the configuration, and cannot be made here.")


@dataclass(frozen=True, slots=True)
class Key:
    """One key; `id` says which it is, and nothing about it."""

    id: str
    cipher: AESGCM = field(repr=False, compare=False)

    @classmethod
    def of(cls, text: str) -> Self:
        """Make the key of a text that nobody can guess."""
        name = _derived(text, b"maestrarr key id", _ID_DIGITS // 2).hex()
        return cls(name, AESGCM(_derived(text, b"maestrarr secrets", 32)))


class KeyRing:
    """The keys of an installation, the newest first."""

    def __init__(self, texts: Sequence[str], *, file: Path | None = None) -> None:
        """Hold keys that are configured, or that stand in a file."""
        self._file = file
        self._hold(texts)

    @classmethod
    def in_file(cls, file: Path) -> Self:
        """Hold the keys of a file; one that is not there is made, for its owner alone to read.

        Raises:
            KeyUnreadable: there is a file, but no key in it.
            OSError: the file can be neither read nor made.
        """
        if not file.exists():
            _write(file, [new_key()])
        return cls(_read(file), file=file)

    @classmethod
    def passing(cls) -> Self:
        """Hold a key that nobody keeps, for who keeps no secret either."""
        return cls([new_key()])

    @property
    def is_kept_in_file(self) -> bool:
        """Tell whether the keys stand in a file of ours, and not in the configuration."""
        return self._file is not None

    def seal(self, secret: str, *, place: str) -> str:
        """Seal a secret for the place where it is kept, such as `connections/<id>`."""
        nonce, key = secrets.token_bytes(_NONCE_BYTES), self._keys[self.newest]
        sealed = key.cipher.encrypt(nonce, secret.encode(), _bound(key.id, place))
        return f"{_FORM}.{key.id}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"

    def open(self, sealed: str, *, place: str) -> str:
        """Open what was sealed for this place.

        Raises:
            KeyMissing: its key is not at hand, or it was sealed for another place, or altered.
        """
        form, _, rest = sealed.partition(".")
        key_id, _, text = rest.partition(".")
        key = self._keys.get(key_id)
        if form != _FORM or key is None:
            raise KeyMissing
        try:
            whole = base64.urlsafe_b64decode(text)
            nonce, content = whole[:_NONCE_BYTES], whole[_NONCE_BYTES:]
            return key.cipher.decrypt(nonce, content, _bound(key_id, place)).decode()
        except (InvalidTag, ValueError) as error:
            raise KeyMissing from error

    def is_newest(self, sealed: str) -> bool:
        """Tell whether something is sealed with the newest key."""
        return sealed.startswith(f"{_FORM}.{self.newest}.")

    def add(self) -> None:
        """Make a new key that seals from now on; those before it go on opening.

        Raises:
            KeyIsConfigured: they stand in no file of ours.
            OSError: the file cannot be written.
        """
        self._keep([new_key(), *self._texts])

    def drop_old(self) -> None:
        """Forget every key but the newest; what another has sealed is lost.

        Raises:
            KeyIsConfigured: they stand in no file of ours.
            OSError: the file cannot be written.
        """
        self._keep(self._texts[:1])

    def _keep(self, texts: Sequence[str]) -> None:
        if self._file is None:
            raise KeyIsConfigured
        _write(self._file, texts)
        self._hold(texts)

    def _hold(self, texts: Sequence[str]) -> None:
        keys = [Key.of(text) for text in texts]
        self._texts, self._keys, self.newest = (
            list(texts),
            {key.id: key for key in keys},
            keys[0].id,
        )


def new_key() -> str:
    """Make the text of a key: 256 bits."""
    return secrets.token_urlsafe(32)


def separate(text: str) -> list[str]:
    """Read keys as they are written down: the newest first, with blanks or lines between them."""
    return text.split()


def _derived(text: str, purpose: bytes, length: int) -> bytes:
    """Derive from a key what serves one purpose. Source: RFC 5869."""
    return HKDF(SHA256(), length=length, salt=None, info=purpose).derive(text.encode())


def _bound(key_id: str, place: str) -> bytes:
    return hashlib.sha256(f"{_FORM}|{key_id}|{place}".encode()).digest()


def _read(file: Path) -> list[str]:
    keys = separate(file.read_text("utf-8", errors="replace"))
    if not keys or any(len(key) < SHORTEST_KEY for key in keys):
        raise KeyUnreadable(file)
    return keys


def _write(file: Path, keys: Iterable[str]) -> None:
    with atomic.filling(file, mode=0o600) as target:
        target.write("".join(f"{key}\n" for key in keys).encode())
