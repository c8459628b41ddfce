"""Where things lie on this computer: the register, the practice register, the preferences."""

import os
import sys
from pathlib import Path

_NAME = "roedtraad"


def data_folder() -> Path:
    """Return the folder for the user's own data, by the custom of the system."""
    if sys.platform == "win32":
        # Not the roaming folder: it is copied to a server when one logs off.
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / _NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / _NAME


def preferences_file() -> Path:
    """Return the file with how the program looks on this computer; it says nothing of citizens."""
    if sys.platform == "win32":
        return data_folder() / "indstillinger.json"
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return config / _NAME / "indstillinger.json"


def practice_folder() -> Path:
    """Return the folder of the practice register."""
    return data_folder() / "Øvekartotek"


def usual_register_folder() -> Path:
    """Return where a register lies unless another place was chosen."""
    return data_folder() / "Kartotek"
