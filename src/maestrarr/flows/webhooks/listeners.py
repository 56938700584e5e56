"""What has to be done here when something happens below."""

from maestrarr.core.connections import service as connections
from maestrarr.flows.webhooks import service

connections.also_reseal(service.reseal)
