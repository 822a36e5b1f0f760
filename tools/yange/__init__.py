"""Yange (沿革): a timeline and versioning archive for government policies."""

__version__ = "0.1.0"
