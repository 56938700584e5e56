"""What is counted of telling people."""

from typing import Final

from maestrarr.kit.metrics import Counter

TOLD: Final = Counter(
    "maestrarr_notifications_told_total", "Messages that a channel has taken.", "kind"
)
FAILED: Final = Counter(
    "maestrarr_notifications_failed_total", "Messages that a channel did not take.", "kind"
)
SWITCHED_OFF: Final = Counter(
    "maestrarr_notifications_channels_switched_off_total",
    "Channels that were switched off after too many failures.",
    "kind",
)
