"""What is known of every policy, kept on this machine, so that a question about one policy reads one policy's folder.

The index is a pure function of ``policies/`` and of the program, and never an authority: before each answer every file
that counts is looked at (:mod:`yange.index.stamps`), and what changed is read again. It can be deleted at any time. An
index that is damaged, written by another version or not writable costs time and changes no answer.

:mod:`yange.index.kept` is what commands call. :mod:`yange.index.upkeep` brings it up to date.
"""
