"""The main job without hands and without a display: `python3 dev.py demo --out DIR`."""

import argparse
import os
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from storage.file_names import has_register
from tests.demo.journey import Journey, read_walk

WALKS = ("full_grant", "partial_refusal")


class Teller:
    """Says each step with the seconds it began at."""

    def __init__(self) -> None:
        self._begun = time.perf_counter()

    def __call__(self, text: str) -> None:
        """Say one step."""
        print(f"[{self.seconds:6.1f} s] {text}", flush=True)

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.perf_counter() - self._begun


def main() -> int:
    """Walk through the program and return the exit status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--text-size", type=int, default=100)
    asked = parser.parse_args()
    if problem := _problem_with(asked.out):
        print(problem, file=sys.stderr)
        return 1
    appearance = Appearance.DARK if asked.dark else Appearance.LIGHT
    return _walk(asked.out, Preferences(appearance, asked.text_size))


def _problem_with(folder: Path) -> str:
    """Make *folder*, and return in a sentence why it cannot be used; empty when it can."""
    if has_register(folder / "kartotek"):
        return f"Der ligger allerede et kartotek i {folder}. Vælg en tom mappe."
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return f"Mappen {folder} kan ikke laves. Vælg et sted, du må skrive."
    if not os.access(folder, os.W_OK):
        return f"Der må ikke skrives i {folder}. Vælg et sted, du må skrive."
    return ""


def _walk(folder: Path, preferences: Preferences) -> int:
    application = QApplication(sys.argv[:1])
    tell = Teller()
    journey = Journey(folder, preferences, tell, keeps_pictures=True)
    walks = [read_walk(name) for name in WALKS]
    tell("Første start: klinikprofil, person, adgangssætning og gendannelsesnøgle")
    journey.begin()
    journey.make_register(walks[0].clinic)
    for number, walk in enumerate(walks, start=1):
        tell(f"Borger {number} af {len(walks)}: {walk.citizen}")
        journey.walk(walk)
    tell("Lister, indstillinger, lås og oplåsning")
    journey.look_around()
    journey.close()
    made = sorted(path.name for path in folder.iterdir())
    pictures = sum(name.endswith(".png") for name in made)
    letters = [name for name in made if name.endswith(".pdf")]
    print(
        f"\n{len(letters)} breve, {pictures} skærmbilleder og det krypterede kartotek "
        f"ligger i {folder}"
    )
    for name in letters:
        print(f"  {name}")
    print(f"Det tog {tell.seconds:.0f} sekunder.")
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
