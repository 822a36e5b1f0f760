"""From scraped text to filed policies: documents found, facts read, words proved unchanged.

    plan(read_files(paths), library)  →  an ImportPlan: documents, furniture, problems, what to write

Nothing here writes: the caller hands :meth:`ImportPlan.files` to :meth:`yange.storage.writing.Desk.write`.
"""

from yange.importers.plan import SCHEMA, ImportPlan, Row, plan
from yange.readers.text import read_files

__all__ = ["SCHEMA", "ImportPlan", "Row", "plan", "read_files"]
