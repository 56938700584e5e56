"""Bits read one field after the other."""


class Bits:
    """A text of bits, and how far it was read; behind its end there are only zeros."""

    __slots__ = ("_bits", "_left")

    def __init__(self, data: bytes) -> None:
        self._bits = int.from_bytes(data, "big")
        self._left = 8 * len(data)

    def read(self, count: int) -> int:
        """Read a number of so many bits."""
        self._left -= count
        found = self._bits >> self._left if self._left >= 0 else self._bits << -self._left
        return found & (1 << count) - 1

    def skip(self, count: int) -> None:
        """Pass over so many bits."""
        self._left -= count

    def skip_if_set(self, count: int) -> None:
        """Read a flag, and pass over so many bits when it is set."""
        if self.read(1):
            self.skip(count)
