"""Figures are written as Prometheus reads them."""

import pytest

from maestrarr.kit import metrics
from maestrarr.kit.metrics import Counter, Family, Histogram, written


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what a test counts out of what the process counts."""
    monkeypatch.setattr(metrics, "_declared", [])


def test_a_counter_counts_for_each_set_of_labels() -> None:
    counter = Counter("things_total", "Things.", "kind")
    counter.add("b")
    counter.add("a")
    counter.add("b", amount=1.5)

    assert written(metrics.counted()) == (
        "# HELP things_total Things.\n"
        "# TYPE things_total counter\n"
        'things_total{kind="a"} 1\n'
        'things_total{kind="b"} 2.5\n'
    )


def test_each_bucket_counts_those_below_it_too() -> None:
    histogram = Histogram("seconds", "Took.", (), (0.1, 1.0))
    for seconds in (0.1, 0.5, 0.5, 7):
        histogram.observe(seconds)

    assert written([histogram.family()]).splitlines()[2:] == [
        'seconds_bucket{le="0.1"} 1',
        'seconds_bucket{le="1"} 3',
        'seconds_bucket{le="+Inf"} 4',
        "seconds_sum 8.1",
        "seconds_count 4",
    ]


def test_a_label_cannot_break_out_of_its_quotes() -> None:
    family = Family.gauge("x", "X.", ({"a": 'b"} 9\n\\'}, 1))

    assert written([family]).splitlines()[-1] == r'x{a="b\"} 9\n\\"} 1'
