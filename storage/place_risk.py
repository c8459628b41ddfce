"""What may happen to a register because of where it lies; light, for the door asks."""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Final, NamedTuple

if sys.platform == "win32":
    import ctypes

    _REMOTE_DRIVE: Final = 4

    def _is_on_network(place: Path) -> bool:
        if names_a_share(place.drive):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _REMOTE_DRIVE)
else:
    _MOUNTS: Final = Path("/proc/self/mountinfo")

    def _is_on_network(place: Path) -> bool:
        try:
            table = _MOUNTS.read_bytes()
        except OSError:
            return False
        return is_mounted_from_network(place, os.fsdecode(table))


_NETWORK: Final = (
    "Mappen ligger på et netværksdrev. Ryger forbindelsen, mens der bliver skrevet, kan kartoteket "
    "tage skade. Vælg hellere en mappe på computerens egen disk; sikkerhedskopierne må gerne ligge "
    "på netværket."
)
_SYNCED: Final = (
    "Mappen ser ud til at blive synkroniseret med {service}. Så ligger kartoteket også på andres "
    "computere, og synkroniseringen kan ødelægge det, mens du arbejder. Vælg hellere en mappe, der "
    "kun er på denne computer."
)

# The names of Linux for file systems whose disk is another machine's (proc(5), fuse(8)).
_NETWORK_KINDS: Final = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "coda", "ncpfs", "davfs"),
        *("glusterfs", "lustre", "orangefs", "beegfs", "gpfs", "sshfs", "rclone", "s3fs", "goofys"),
        *("gvfsd-fuse", "kio-fuse", "curlftpfs", "smbnetfs", "onedriver"),
        "google-drive-ocamlfuse",
    )
)
_NAMES: Final = {
    "onedrive": "OneDrive",
    "skydrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drev",
    "google drev": "Google Drev",
    "googledrive": "Google Drev",
    "my drive": "Google Drev",
    "mit drev": "Google Drev",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "pcloud sync": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "box sync": "Box",
    "jottacloud": "Jottacloud",
    "proton drive": "Proton Drive",
    "synologydrive": "Synology Drive",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
}
# A name of the clinic's or the person's follows, as in "OneDrive - Byens Rusmiddelcenter".
_BEGINNINGS: Final = {
    "onedrive -": "OneDrive",
    "onedrive-": "OneDrive",
    "dropbox (": "Dropbox",
    "googledrive-": "Google Drev",
}
# What the services leave in the top folder they synchronise. The folder .dropbox, unlike the file,
# is in the home of everybody who has Dropbox.
_MARKING_FILES: Final = {
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".dropbox": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".megaignore": "MEGA",
}
_MARKING_FOLDERS: Final = {
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drev",
    ".tmp.driveupload": "Google Drev",
    ".stfolder": "Syncthing",
    ".synologyworkingdirectory": "Synology Drive",
}
# The journals of Nextcloud and ownCloud, with a name of chance between.
_JOURNAL: Final = ((".sync_", "._sync_"), ".db")
_VARIABLES: Final = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}


def risk_of(folder: Path) -> str:
    """Return in a Danish sentence what threatens a register in *folder*; empty when nothing does.

    *folder* need not be there yet. Nothing is written and nothing raised: what cannot be seen is
    taken for no risk.
    """
    place = Path(os.path.realpath(folder))
    if _is_on_network(place):
        return _NETWORK
    service = syncing_service(place, os.environ)
    return _SYNCED.format(service=service) if service else ""


def syncing_service(place: Path, surroundings: Mapping[str, str]) -> str:
    """Return the service that seems to synchronise *place*, by names, marks or *surroundings*.

    *surroundings* are the variables of the process's environment.
    """
    by_name = (_named(part) for part in place.parts)
    by_variable = (
        service
        for variable, service in _VARIABLES.items()
        if (top := surroundings.get(variable)) and place.is_relative_to(os.path.realpath(top))
    )
    by_mark = (_marked(folder) for folder in (place, *place.parents))
    return next((found for way in (by_name, by_variable, by_mark) for found in way if found), "")


def is_mounted_from_network(place: PurePath, mounts: str) -> bool:
    """Return whether *place* lies on another machine, after *mounts*, the text of mountinfo."""
    above = [mount for mount in _mounts(mounts) if place.is_relative_to(mount.point)]
    # Of two mounts at one point the later one hides the earlier.
    nearest = max(reversed(above), key=_depth, default=None)
    return nearest is not None and nearest.is_remote


def names_a_share(drive: str) -> bool:
    r"""Return whether *drive*, as Windows writes it, is another machine's: ``\\machine\share``."""
    is_local = drive.startswith(("\\\\?\\", "\\\\.\\"))
    return drive.startswith("\\\\?\\UNC\\") or (drive.startswith("\\\\") and not is_local)


class _Mount(NamedTuple):
    point: PurePath
    is_remote: bool


def _mounts(table: str) -> Iterator[_Mount]:
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        # Before: four numbers and paths, the mount point, options. After: kind, source, options.
        point, about = before.split(" ")[4:5], after.split(" ")
        if point and about[1:] and about[0] != "autofs":
            yield _Mount(PurePath(_unescaped(point[0])), _is_remote(about[0], about[1]))


def _depth(mount: _Mount) -> int:
    return len(mount.point.parts)


def _is_remote(kind: str, source: str) -> bool:
    is_fuse = kind == "fuse" or kind.startswith("fuse.")
    return kind.removeprefix("fuse.") in _NETWORK_KINDS or (is_fuse and "://" in source)


def _unescaped(point: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, letter)
    return point


def _named(part: str) -> str:
    name = part.casefold()
    begun = (_BEGINNINGS[start] for start in _BEGINNINGS if name.startswith(start))
    return _NAMES.get(name) or next(begun, "")


def _marked(folder: Path) -> str:
    try:
        with os.scandir(folder) as entries:
            return next((service for entry in entries if (service := _mark(entry))), "")
    except OSError:
        return ""


def _mark(entry: os.DirEntry[str]) -> str:
    name = entry.name.casefold()
    starts, end = _JOURNAL
    if name.startswith(starts) and name.endswith(end):
        return "Nextcloud eller ownCloud"
    return (_MARKING_FOLDERS if entry.is_dir() else _MARKING_FILES).get(name, "")
