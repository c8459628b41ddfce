"""What may happen to a register because of where it lies."""

from pathlib import Path, PurePosixPath

import pytest

from storage.place_risk import is_mounted_from_network, names_a_share, risk_of, syncing_service

MOUNTS = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
40 27 0:51 / /mnt/faelles rw,relatime shared:9 - cifs //server/faelles rw,vers=3.1.1
41 40 8:17 / /mnt/faelles/disk rw,relatime - ext4 /dev/sdb1 rw
42 27 0:52 / /home/anna/mit\040drev rw,nosuid - fuse.rclone drev: rw,user_id=1000
43 27 0:53 / /mnt/web rw,nosuid - fuse https://example.org/dav rw
44 27 0:54 / /auto rw - autofs systemd-1 rw
45 27 0:55 / /run/user/1000/doc rw - fuse.portal portal rw
46 27 0:56 / /mnt/twice rw - nfs4 server:/data rw
47 46 8:18 / /mnt/twice rw - ext4 /dev/sdc1 rw
broken line
48 27 0:57 / /mnt/cut - """


@pytest.mark.parametrize(
    "place", ["/mnt/faelles", "/mnt/faelles/kartotek", "/home/anna/mit drev/k", "/mnt/web/k"]
)
def test_a_network_drive_is_recognised(place: str) -> None:
    assert is_mounted_from_network(PurePosixPath(place), MOUNTS)


@pytest.mark.parametrize(
    "place",
    [
        "/home/anna/kartotek",
        "/mnt/faelles/disk/kartotek",
        "/mnt/faelles2/kartotek",
        "/auto/kartotek",
        "/run/user/1000/doc/kartotek",
        "/mnt/twice/kartotek",
        "/mnt/cut/kartotek",
    ],
)
def test_a_disk_of_this_computer_is_no_network_drive(place: str) -> None:
    assert not is_mounted_from_network(PurePosixPath(place), MOUNTS)


@pytest.mark.parametrize("drive", [r"\\server\faelles", r"\\?\UNC\server\faelles"])
def test_windows_names_a_share_by_its_machine(drive: str) -> None:
    assert names_a_share(drive)


@pytest.mark.parametrize("drive", ["C:", "", r"\\?\C:", r"\\.\C:"])
def test_a_drive_with_a_letter_is_no_share(drive: str) -> None:
    assert not names_a_share(drive)


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Byens Rusmiddelcenter", "OneDrive"),
        ("Dropbox (Privat)", "Dropbox"),
        ("Google Drev", "Google Drev"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("pCloudDrive", "pCloud"),
        ("MEGA", "MEGA"),
    ],
)
def test_a_folder_named_as_a_service_names_it_counts_as_synchronised(
    tmp_path: Path, name: str, service: str
) -> None:
    assert syncing_service(tmp_path / name / "Kartotek", {}) == service


@pytest.mark.parametrize("name", ["Omega", "Mega-projekt", "Dropboxen", "Kartotek", "drev"])
def test_other_names_raise_no_suspicion(tmp_path: Path, name: str) -> None:
    assert syncing_service(tmp_path / name, {}) == ""


def test_the_services_own_variable_says_where_it_synchronises(tmp_path: Path) -> None:
    top = tmp_path / "Dokumenter"
    surroundings = {"OneDriveCommercial": str(top)}

    found = syncing_service(top.resolve() / "Kartotek", surroundings)

    assert found == "OneDrive"
    assert syncing_service(tmp_path / "Andet", surroundings) == ""


@pytest.mark.parametrize(
    ("file", "service"),
    [(".dropbox", "Dropbox"), (".sync_7c3f0a.db", "Nextcloud eller ownCloud")],
)
def test_a_mark_in_a_folder_above_gives_the_service_away(
    tmp_path: Path, file: str, service: str
) -> None:
    (tmp_path / file).touch()

    assert syncing_service(tmp_path / "dybt" / "nede", {}) == service


def test_a_marking_folder_gives_the_service_away(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()

    assert syncing_service(tmp_path / "Kartotek", {}) == "Syncthing"


def test_the_settings_of_a_service_in_the_home_are_no_mark(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()

    assert syncing_service(tmp_path / "Kartotek", {}) == ""


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    link = tmp_path / "Kartotek"
    link.symlink_to(tmp_path / "Dropbox", target_is_directory=True)

    risk = risk_of(link)

    assert "Dropbox" in risk


def test_a_folder_that_is_not_there_yet_on_this_disk_is_no_risk(tmp_path: Path) -> None:
    assert risk_of(tmp_path / "Kartotek") == ""
