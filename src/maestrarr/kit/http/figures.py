"""What this process counts of its calls, each by the word that its terms have for the service."""

from maestrarr.kit.metrics import Counter, Histogram

REQUESTS = Counter(
    "maestrarr_outgoing_requests_total",
    "Requests sent to services, by what became of them.",
    "service",
    "outcome",
)
DURATIONS = Histogram(
    "maestrarr_outgoing_request_duration_seconds",
    "How long services took to answer.",
    ("service",),
)
WAITS = Histogram(
    "maestrarr_outgoing_wait_duration_seconds",
    "How long calls waited for their turn.",
    ("service",),
)
KEPT = Counter(
    "maestrarr_outgoing_kept_total",
    "Calls whose answers are kept, by where the answer came from.",
    "service",
    "source",
)
OPENED = Counter(
    "maestrarr_outgoing_circuits_opened_total",
    "How often a service that failed was left alone.",
    "service",
)
