"""What a monitoring system is told of writes into media folders."""

from maestrarr.core.changes.recovery import Recovered
from maestrarr.core.changes.writes import Outcome
from maestrarr.kit import metrics

DONE = metrics.Counter("maestrarr_changes_writes_total", "Files that were written.", "deed")
REFUSED = metrics.Counter(
    "maestrarr_changes_refusals_total", "Files that were left alone, by why.", "reason"
)
RECOVERED = metrics.Counter(
    "maestrarr_changes_recovered_total",
    "Writes that a crash cut short, by what became of them.",
    "outcome",
)
DURATIONS = metrics.Histogram(
    "maestrarr_changes_write_duration_seconds",
    "How long writing a file took, its flush included.",
    ("deed",),
    (0.0005, 0.001, 0.0025, *metrics.SECONDS, 60.0, 600.0),
)


def count(outcome: Outcome) -> None:
    """Count what became of the writes of one call."""
    for done in outcome.done:
        DONE.add(done.deed.value)
        DURATIONS.observe(done.milliseconds / 1000, done.deed.value)
    for refused in outcome.refused:
        REFUSED.add(refused.problem.key.removeprefix("changes."))


def count_recovered(found: Recovered) -> None:
    """Count what a start has found."""
    for outcome, amount in (
        ("lasting", found.lasting),
        ("put back", len(found.put_back)),
        ("interrupted", len(found.interrupted)),
    ):
        if amount:
            RECOVERED.add(outcome, amount=amount)
