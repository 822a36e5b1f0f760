"""Work out units on the workers of a dask cluster; see :mod:`.engine`."""

from yange.cluster.engine import Cluster

__all__ = ["Cluster"]
