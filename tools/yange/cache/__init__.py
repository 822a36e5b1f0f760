"""What one build keeps for the next: comparisons, finished pages, and the record of a site that is up to date.

:mod:`yange.cache.store` alone decides what a kept value looks like and when it counts. Nothing kept is code, and
deleting ``build/cache`` changes no result.
"""
