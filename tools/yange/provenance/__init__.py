"""Say where in its source a clause is: the page, the paragraph, the element of a document.

Import writes beside each original, whose format has more than plain text, a file of places (``yange.places/1``): the
text that was read from it, its blocks, and the place of each. The words of a version lead back to it by counting
characters, so that nothing else has to be recorded, and a correction of the words makes only its own place unknown.
"""

from yange.provenance.clause_places import FoundPlaces, TextPlaces, text_places
from yange.provenance.places_file import places_file, places_path, read_places

__all__ = ["FoundPlaces", "TextPlaces", "places_file", "places_path", "read_places", "text_places"]
