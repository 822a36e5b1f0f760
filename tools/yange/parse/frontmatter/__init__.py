"""Read and write front matter: the facts of a policy or a version as YAML above the body.

PyYAML reads the YAML itself; the values are read by the schema here (see :mod:`.yaml_text`).
"""

from __future__ import annotations

from yange.parse.frontmatter.keeping import rewrite_version
from yange.parse.frontmatter.read import read_policy, read_version, split
from yange.parse.frontmatter.write import version_facts, write_facts, write_policy, write_version
from yange.parse.frontmatter.yaml_text import plain_values, value_lines

__all__ = [
    "plain_values",
    "read_policy",
    "read_version",
    "rewrite_version",
    "split",
    "value_lines",
    "version_facts",
    "write_facts",
    "write_policy",
    "write_version",
]
