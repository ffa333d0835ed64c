"""A typed client for a Menagerie server: sign in, create or join games, play and watch them."""

from .client import Menagerie
from .errors import ClientError, Refused, RequestRefused, SessionClosed, Unreachable
from .patch import PatchMismatch, apply_patch
from .session import GameSession

__all__ = [
    "ClientError",
    "GameSession",
    "Menagerie",
    "PatchMismatch",
    "Refused",
    "RequestRefused",
    "SessionClosed",
    "Unreachable",
    "apply_patch",
]
