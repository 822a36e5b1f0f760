"""The machine output of the commands that only read: one type for each ``yange.<command>/1``, and what makes it.

``import``, ``review``, ``archive`` and ``editions`` have theirs beside their engines.
"""
