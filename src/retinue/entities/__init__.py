"""Who is who in one article."""

from retinue.entities.cluster import cluster

__all__ = ["cluster"]
