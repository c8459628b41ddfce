"""The clinic's own answers and the picture on its letters; every version of them is kept."""

import hashlib
from datetime import datetime

from storage.connection import Connection
from storage.moments import moment_text
from storage.records import ClinicProfile, Deed
from storage.trail import Step, write_step


def newest_profile(connection: Connection) -> ClinicProfile | None:
    """Return what the clinic last said about itself."""
    row = connection.execute(
        "SELECT version, response FROM clinic_profile ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return ClinicProfile(row[0], row[1]) if row else None


def write_profile(connection: Connection, profile: ClinicProfile, by: str, at: datetime) -> None:
    """Add *profile* as the clinic's newest."""
    connection.execute(
        "INSERT INTO clinic_profile (version, response, at, person) VALUES (?, ?, ?, ?)",
        (profile.version, profile.response, moment_text(at), by),
    )
    write_step(connection, Step(at, by, Deed.CLINIC_PROFILE_SAVED))


def newest_logo(connection: Connection) -> bytes:
    """Return the picture on the clinic's letters, empty when there is none."""
    row = connection.execute(
        "SELECT picture FROM clinic_logo ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return bytes(row[0]) if row else b""


def write_logo(connection: Connection, picture: bytes, by: str, at: datetime) -> None:
    """Let *picture* be the one on the clinic's letters from now on; empty for none."""
    connection.execute(
        "INSERT INTO clinic_logo (picture, at, person) VALUES (?, ?, ?)",
        (picture, moment_text(at), by),
    )
    digest = hashlib.sha256(picture).hexdigest() if picture else None
    write_step(connection, Step(at, by, Deed.CLINIC_LOGO_SAVED, digest=digest))
