"""Import scraped texts as filed policies: find documents, read their facts, prove that no word changed.

    plan(collect(paths), library)  →  an ImportPlan: documents, furniture, problems, what to write

Nothing here writes: the caller hands :meth:`ImportPlan.files` to :meth:`yange.storage.writing.WriteSession.write`.
"""

from yange.importers.plan import ImportPlan, PlanRow, plan, plan_readings
from yange.readers.collecting import Collection, collect, read_files

__all__ = ["Collection", "ImportPlan", "PlanRow", "collect", "plan", "plan_readings", "read_files"]
