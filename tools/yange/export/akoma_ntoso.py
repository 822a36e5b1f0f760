"""Write every held text, and every policy with all its texts, as Akoma Ntoso 3.0 (OASIS LegalDocML 1.0)."""

from __future__ import annotations

from pathlib import Path

from yange.export.akn_document import document
from yange.export.akn_policy import policy_documents
from yange.export.printer import FolderPrinter
from yange.publish.context import SiteContext

__all__ = ["AkomaNtoso"]


class AkomaNtoso(FolderPrinter):
    """The format ``akn``: a file for each text, ``POLICY/KEY.xml``, and one for all of a policy, ``POLICY.xml``."""

    name = "akn"
    about = "Akoma Ntoso 3.0: a document for every held text, and one for every policy with all its texts"

    def write(self, context: SiteContext, target: Path) -> str:
        """Write the folder."""
        texts = policies = 0
        for policy in context.library.policies:
            folder = target / policy.id
            held = [version for version in policy.versions if version.held]
            if held:
                folder.mkdir(parents=True, exist_ok=True)
            for version in held:
                (folder / f"{version.key}.xml").write_bytes(document(context, policy, version))
            texts += len(held)
            for name, data in policy_documents(context, policy):
                (folder.parent / f"{folder.name}{name}.xml").write_bytes(data)
                policies += 1
        return f"{texts} texts, {policies} documents of policies"
