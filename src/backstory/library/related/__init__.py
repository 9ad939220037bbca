"""Which stories go with which, and why."""

from backstory.library.related.asking import Reason, Related, neighbours, related, related_count

__all__ = ["Reason", "Related", "neighbours", "related", "related_count"]
