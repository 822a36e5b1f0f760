"""The counties and cities of Taiwan, and the two regions, in traditional characters."""

from __future__ import annotations

from collections.abc import Mapping

from yange.law.aspects.importing import PlaceForms

__all__ = ["PLACES", "TraditionalPlaces"]

_CITIES = "臺北 新北 桃園 臺中 臺南 高雄 基隆 新竹 嘉義"
_COUNTIES = "新竹 苗栗 彰化 南投 雲林 嘉義 屏東 宜蘭 花蓮 臺東 澎湖 金門 連江"
_REGIONS = {"香港特別行政區": "香港", "澳門特別行政區": "澳門"}
_NAMES = {
    **{f"{name}市": name for name in _CITIES.split()},
    **{f"{name}縣": name for name in _COUNTIES.split()},
    **_REGIONS,
}


class TraditionalPlaces(PlaceForms):
    """The places of the pack; see :class:`yange.law.aspects.importing.PlaceForms`."""

    @property
    def names(self) -> Mapping[str, str]:
        """The full name (臺北市) of each place, with its short name (臺北)."""
        return _NAMES

    @property
    def kinds(self) -> tuple[str, ...]:
        """The words that a short name leaves out."""
        return ("市", "縣")

    def is_city(self, name: str) -> bool:
        """Return whether a full name is that of a city or county."""
        return name.endswith(self.kinds)


PLACES = TraditionalPlaces()
