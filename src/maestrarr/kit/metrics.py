"""Figures for a monitoring system, counted in this process and written as Prometheus reads them.

Labels are words of ours, never a title or a path, so that there are few of them. Source:
https://prometheus.io/docs/instrumenting/exposition_formats/ (text format 0.0.4).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

Labels: TypeAlias = Mapping[str, str]
Kind: TypeAlias = Literal["counter", "gauge", "histogram"]
Sample: TypeAlias = tuple[str, Labels, float]


@dataclass(frozen=True, slots=True)
class Family:
    """A figure at one moment, with a sample for each set of labels."""

    name: str
    help: str
    kind: Kind
    samples: Sequence[Sample]

    @classmethod
    def gauge(cls, name: str, about: str, *values: tuple[Labels, float]) -> "Family":
        """Make a figure that goes up and down."""
        return cls(name, about, "gauge", [(name, labels, value) for labels, value in values])


class Counter:
    """Counts what happened since the process began."""

    def __init__(self, name: str, about: str, *labels: str) -> None:
        self.name, self.help, self.labels = name, about, labels
        self._counts: dict[tuple[str, ...], float] = {}
        _declared.append(self)

    def add(self, *labels: str, amount: float = 1) -> None:
        """Count one more, or several."""
        self._counts[labels] = self._counts.get(labels, 0) + amount

    def family(self) -> Family:
        """Return the counts as they are now."""
        samples = [
            (self.name, dict(zip(self.labels, labels, strict=True)), count)
            for labels, count in sorted(self._counts.items())
        ]
        return Family(self.name, self.help, "counter", samples)


@dataclass(slots=True)
class _Spread:
    counts: list[int]
    total: float = 0.0


@dataclass(slots=True)
class Histogram:
    """Counts how often what happened took how many seconds, since the process began."""

    name: str
    help: str
    labels: tuple[str, ...]
    bounds: Sequence[float] = SECONDS
    _spreads: dict[tuple[str, ...], _Spread] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _declared.append(self)

    def observe(self, seconds: float, *labels: str) -> None:
        """Count one that took so long."""
        spread = self._spreads.get(labels)
        if spread is None:
            spread = self._spreads[labels] = _Spread([0] * (len(self.bounds) + 1))
        spread.counts[bisect_left(self.bounds, seconds)] += 1
        spread.total += seconds

    def family(self) -> Family:
        """Return the counts as they are now, each bucket with those below it."""
        samples: list[Sample] = []
        for labels, spread in sorted(self._spreads.items()):
            samples += self._samples(dict(zip(self.labels, labels, strict=True)), spread)
        return Family(self.name, self.help, "histogram", samples)

    def _samples(self, named: Labels, spread: _Spread) -> Iterator[Sample]:
        count = 0
        for bound, more in zip((*self.bounds, float("inf")), spread.counts, strict=True):
            count += more
            yield f"{self.name}_bucket", {**named, "le": _number(bound)}, count
        yield f"{self.name}_sum", named, spread.total
        yield f"{self.name}_count", named, count


_declared: list[Counter | Histogram] = []


def counted() -> list[Family]:
    """Return everything that this process has counted."""
    return [each.family() for each in _declared]


def written(families: Iterable[Family]) -> str:
    """Write figures in the text format."""
    return "".join(f"{line}\n" for family in families for line in _lines(family))


def _lines(family: Family) -> Iterator[str]:
    yield f"# HELP {family.name} {family.help}"
    yield f"# TYPE {family.name} {family.kind}"
    for name, labels, value in family.samples:
        inside = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
        yield f"{name}{{{inside}}} {_number(value)}" if inside else f"{name} {_number(value)}"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    return "+Inf" if value == float("inf") else repr(int(value) if value == int(value) else value)
