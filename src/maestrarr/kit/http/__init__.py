"""The one client through which anything outside is asked, with its guards.

Whoever needs a service takes a `Client` from the process's `Http` (`kit.http.client`), says on
which `Terms` it may be called and which addresses it may `Reach`, and gets `Answer`s or one of a
few Problems (`kit.http.errors`). Beneath lie, outside in: the cache of answers and the flights that
equal questions share, the line before each service, its circuit, the retries, and a network that
connects to addresses which it has checked and to no other.
"""

from maestrarr.kit.http.addresses import Reach
from maestrarr.kit.http.calls import Answer, Secrets
from maestrarr.kit.http.client import Body, Client, Http
from maestrarr.kit.http.terms import Terms, Urgency

__all__ = ["Answer", "Body", "Client", "Http", "Reach", "Secrets", "Terms", "Urgency"]
