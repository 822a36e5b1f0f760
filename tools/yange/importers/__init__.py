"""From scraped text to filed policies: documents found, facts read, words proved unchanged.

    plan(read_files(paths), library)  →  an ImportPlan: documents, furniture, problems, what to write

Nothing here writes: the caller hands :meth:`ImportPlan.files` to :meth:`yange.storage.writing.WriteSession.write`.
"""

from yange.importers.plan import ImportPlan, PlanRow, plan
from yange.readers.text import read_files

__all__ = ["ImportPlan", "PlanRow", "plan", "read_files"]
