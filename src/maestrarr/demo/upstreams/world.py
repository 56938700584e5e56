"""What every twin is made of."""

from dataclasses import dataclass

from maestrarr.demo.upstreams.catalogue import Catalogue
from maestrarr.demo.upstreams.desk import Desks
from maestrarr.demo.upstreams.household import Household
from maestrarr.demo.upstreams.pictures import Gallery


@dataclass(frozen=True, slots=True)
class World:
    """The catalogue, its pictures, and the household with its players and download managers."""

    catalogue: Catalogue
    gallery: Gallery
    household: Household
    desks: Desks

    @classmethod
    def of(cls, catalogue: Catalogue) -> "World":
        """Begin with a catalogue."""
        return cls(catalogue, Gallery(catalogue), Household(catalogue), Desks())
