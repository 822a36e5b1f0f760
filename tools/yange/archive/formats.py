"""The formats of the archive: every rule that decides an id (paths, files, messages, days) has a number.

An edition is a state of ``policies/`` and such a number. The writers of older formats stay, so that an id that was
quoted from an edition resolves for ever.
"""

FORMAT = 2
"""The format of an archive that is built now."""

FORMATS = (1, 2)
"""The formats that can be built: 1 divides a place only above 1,000 policies, 2 as :mod:`.tree_paths` says."""
