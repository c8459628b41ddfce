"""Gives somebody access and takes it away again, until it is killed."""

import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from storage.credentials import ByPassphrase
from storage.register import open_register
from storage.rekeying import remove_person
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON

folder = Path(sys.argv[1])
print("begins", flush=True)
for number in count():
    register = open_register(folder, PERSON, PASSPHRASE, NOW)
    name = f"Gæst {len(register.access.people())}-{number}"
    register.access.add_person(name, "gæstens sætning", PERSON, NOW, CHEAP)
    register.close()
    remove_person(folder, ByPassphrase(PERSON, PASSPHRASE), name, NOW)
