"""The few questions the program may ask in a box of its own, and the file choosers."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,  # noqa: TID251  # this is the module everybody else is sent to
    QWidget,
)

from views.screen.lifetime import end, is_alive

TITLE = "Rød Tråd"


def ask_yes_no(parent: QWidget, question: str, explanation: str, yes: str, no: str) -> bool:
    """Return whether the person chose *yes*; Enter and Escape both mean *no*, the safe one."""
    box = _box(parent, QMessageBox.Icon.Question, question)
    box.setInformativeText(explanation)
    yes_button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    no_button = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no_button)
    box.setEscapeButton(no_button)
    box.exec()
    if not is_alive(box):
        # The register was locked meanwhile, and the screen that asked is gone with its boxes.
        return False
    said_yes = box.clickedButton() is yes_button
    box.deleteLater()
    return said_yes


def tell(parent: QWidget, sentence: str) -> None:
    """Show *sentence* until it is closed; only for what cannot stand on the screen itself."""
    box = _box(parent, QMessageBox.Icon.Information, sentence)
    box.addButton("Luk", QMessageBox.ButtonRole.AcceptRole)
    box.exec()
    if is_alive(box):
        box.deleteLater()


def ask_save_path(parent: QWidget, suggested: str) -> str:
    """Return where a PDF is to be written, ending in ``.pdf``, or ``""`` when it was given up."""
    dialog = QFileDialog(parent, "Gem som PDF", "", "PDF (*.pdf)")
    return _path_to_write(dialog, "pdf", suggested)


def ask_data_path(parent: QWidget, suggested: str) -> str:
    """Return where FHIR is to be written, ending in ``.json``, or ``""`` when it was given up."""
    dialog = QFileDialog(parent, "Gem til et andet program", "", "FHIR (*.json)")
    return _path_to_write(dialog, "json", suggested)


def ask_folder(parent: QWidget, question: str) -> str:
    """Return a folder that exists, or ``""`` when it was given up."""
    dialog = QFileDialog(parent, question)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def ask_form_file(parent: QWidget) -> str:
    """Return a file that is there and may hold a form, or ``""`` when it was given up."""
    dialog = QFileDialog(parent, "Hent et skema ind", "", "Skemaer (*.json);;Alle filer (*)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def ask_picture_file(parent: QWidget) -> str:
    """Return a file that is there and may hold a picture, or ``""`` when it was given up."""
    dialog = QFileDialog(parent, "Vælg et logo", "", "Billeder (*.png *.jpg *.jpeg)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def close_dialogs() -> bool:
    """Close every dialog that waits for an answer, and return whether there was one."""
    waiting = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
    ]
    for dialog in waiting:
        dialog.reject()
    return bool(waiting)


def _path_to_write(dialog: QFileDialog, ending: str, suggested: str) -> str:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # As the dialog's own suffix, the ending is there before Qt asks about overwriting a file.
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(suggested)
    return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> str:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    if not is_alive(dialog):
        return ""
    paths = dialog.selectedFiles()
    end(dialog)
    # Qt notes the folders one has been to in a file of its own; one may be called after a citizen.
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
    return paths[0] if accepted and paths else ""


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(TITLE)
    box.setText(text)
    return box
