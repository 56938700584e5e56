"""Which reports a person should hear of: what a service cannot do alone, and what leads nowhere."""

from collections.abc import Iterator

from maestrarr.core.notifications.kinds import Kind
from maestrarr.core.notifications.service import Occurrence
from maestrarr.flows.webhooks import policy
from maestrarr.flows.webhooks.models import Delivery
from maestrarr.flows.webhooks.states import State
from maestrarr.providers.news import Heard, OfServices, ServiceNews


def occurrences(delivery: Delivery, heard: Heard) -> Iterator[Occurrence]:
    """Say what of a report that was taken up is told; a folder that is not here once for all."""
    facts = {"title": delivery.sender, "delivery_id": str(delivery.id)}
    if delivery.state == State.REFUSED:
        path = str(delivery.facts["path"])
        key = f"refused/{delivery.connection_id}/{policy.folder_above(path)}"
        yield Occurrence(kind=Kind.REPORT_REFUSED, key=key, facts=facts | {"path": path})
    if delivery.state == State.NOTED:
        for each in heard.news:
            if isinstance(each, ServiceNews) and each.what is OfServices.NEEDS_SOMEBODY:
                said = facts | {"why": each.words or heard.event}
                key = f"delivery/{delivery.id}"
                yield Occurrence(kind=Kind.DOWNLOAD_STUCK, key=key, facts=said)
