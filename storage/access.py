"""Who can open the register, and how that is changed while it is open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from secrets import token_bytes
from threading import Lock

from storage.access_errors import (
    AccessNotChangedError,
    NameTakenError,
    NoNewSheetError,
)
from storage.connection import Connection
from storage.core import Core
from storage.credentials import ByPassphrase, ByRecoveryKey, Credential
from storage.errors import (
    DiskFullError,
    DiskTroubleError,
    NoWritePermissionError,
    RegisterDamagedError,
    WrongRecoveryKeyError,
)
from storage.key_file import write_key_file
from storage.key_rings import with_slot
from storage.key_slots import KeyCost, KeyFile, KeySlot, SlotKind
from storage.keys import (
    new_slot,
    require_name,
    require_passphrase,
    secret_in,
    spelt,
    unlocked_slot,
)
from storage.records import Deed
from storage.recovery_key import RECOVERY_KEY_BYTES, printed_key
from storage.slot_trial import require_opens
from storage.trail import Step, write_step


class Access:
    """Gives, changes and lists who can open the register.

    Each change raises AccessNotChangedError when the disk does not take it. It is in the trail
    before it counts, so that on such a disk the trail may name a change that did not come about,
    and never lacks one that did.
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        self._one_at_a_time = Lock()
        self._untried_sheet: KeySlot | None = None

    def people(self) -> tuple[str, ...]:
        """Return the names of those who can open the register."""
        return tuple(slot.name for slot in _slots(self._keys(), SlotKind.PERSON))

    def has_sheet(self) -> bool:
        """Return whether there is a recovery sheet whose key has been typed back once."""
        return any(slot.confirmed for slot in _slots(self._keys(), SlotKind.RECOVERY))

    def add_person(self, name: str, passphrase: str, by: str, now: datetime, cost: KeyCost) -> None:
        """Let one more person open the register.

        Raises EmptyNameError, NameTakenError or EmptyPassphraseError.
        """
        with self._one_at_a_time:
            keys = self._keys()
            _require_free(keys, name)
            step = Step(now, by, Deed.PERSON_ADDED, subject=spelt(name))
            self._give(keys, ByPassphrase(spelt(name), passphrase), cost, step, ())

    def change_passphrase(
        self, person: str, old: str, new: str, now: datetime, cost: KeyCost
    ) -> None:
        """Let *person* open the register with another passphrase instead of the old one.

        Raises UnknownPersonError, WrongPassphraseError or EmptyPassphraseError.
        """
        with self._one_at_a_time:
            keys = self._keys()
            slot = unlocked_slot(keys, keys.current, ByPassphrase(person, old)).slot
            step = Step(now, slot.name, Deed.PASSPHRASE_CHANGED)
            self._give(keys, ByPassphrase(slot.name, new), cost, step, (slot,))

    def reset_passphrase(self, person: str, new: str, now: datetime, cost: KeyCost) -> None:
        """Let *person*, new or known, open a register that was opened with the recovery key.

        Raises EmptyNameError, NameTakenError or EmptyPassphraseError.
        """
        with self._one_at_a_time:
            keys = self._keys()
            people = _slots(keys, SlotKind.PERSON)
            own = [slot for slot in people if spelt(slot.name) == spelt(person)]
            if own:
                step = Step(now, own[0].name, Deed.PASSPHRASE_RESET)
            else:
                _require_free(keys, person)
                step = Step(now, spelt(person), Deed.PERSON_ADDED, subject=spelt(person))
            self._give(keys, ByPassphrase(step.by, new), cost, step, own)

    def new_sheet(self, cost: KeyCost) -> str:
        """Return the recovery key for a new sheet, which counts when `confirm_sheet` has heard it.

        Until then the earlier sheets go on working, and the new one does not.
        """
        recovery_key = printed_key(token_bytes(RECOVERY_KEY_BYTES))
        secret = secret_in(ByRecoveryKey(recovery_key))
        self._untried_sheet = new_slot("", secret, cost, self._keys().register_id)
        return recovery_key

    def confirm_sheet(self, typed: str, by: str, now: datetime) -> None:
        """Let the sheet count whose key was *typed* from it: the new one, else the one there is.

        From then on no other sheet works. Raises RecoveryKeyMistypedError, NoNewSheetError when it
        is not the new sheet's key, or WrongRecoveryKeyError when no sheet's.
        """
        credential = ByRecoveryKey(typed)
        with self._one_at_a_time:
            keys = self._keys()
            sheet = self._untried_sheet or _sheet_of(keys, credential)
            sheets = _slots(keys, SlotKind.RECOVERY)
            changed = with_slot(keys, self._core.key, replace(sheet, confirmed=True), sheets)
            try:
                self._put(changed, credential, Step(now, by, Deed.RECOVERY_SHEET_MADE))
            except WrongRecoveryKeyError as error:
                raise NoNewSheetError from error
            self._untried_sheet = None

    def _give(
        self, keys: KeyFile, to: ByPassphrase, cost: KeyCost, step: Step, old: Sequence[KeySlot]
    ) -> None:
        """Put a slot for a person in place of their *old* ones."""
        require_passphrase(to.passphrase)
        slot = new_slot(to.person, secret_in(to), cost, keys.register_id)
        self._put(with_slot(keys, self._core.key, slot, old), to, step)

    def _put(self, changed: KeyFile, credential: Credential, step: Step) -> None:
        """Put the key file in place when *credential* has opened the register with it."""
        require_opens(self._core.path, self._file_salt(), changed, credential)
        try:
            self._core.writer.do(partial(_write, step))
            write_key_file(self._core.folder, changed)
        except (OSError, DiskFullError, DiskTroubleError, NoWritePermissionError) as error:
            raise AccessNotChangedError from error
        self._core.key_file = changed

    def _keys(self) -> KeyFile:
        """Return the key file that opened the register, whatever has become of it on the disk."""
        return self._core.key_file

    def _file_salt(self) -> bytes:
        # The file itself must not be opened and closed while SQLite has it: that drops its locks.
        with self._core.read() as connection:
            row = connection.execute("PRAGMA cipher_salt").fetchone()
        if row is None:
            raise RegisterDamagedError
        return bytes.fromhex(row[0])


def _sheet_of(keys: KeyFile, credential: ByRecoveryKey) -> KeySlot:
    """Return the sheet that *credential* opens, made anew if it is in the first format."""
    slot = unlocked_slot(keys, keys.current, credential).slot
    return slot if slot.public else new_slot("", secret_in(credential), slot.cost, keys.register_id)


def _slots(keys: KeyFile, kind: SlotKind) -> tuple[KeySlot, ...]:
    return keys.slots_of(keys.current, kind)


def _require_free(keys: KeyFile, name: str) -> None:
    require_name(name)
    taken = {spelt(slot.name).casefold() for slot in _slots(keys, SlotKind.PERSON)}
    if spelt(name).casefold() in taken:
        raise NameTakenError


def _write(step: Step, connection: Connection) -> None:
    write_step(connection, step)
