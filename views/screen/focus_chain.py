"""The chain of all widgets of a window, in the order in which Tab comes to them."""

from PySide6.QtWidgets import QWidget


def next_in_chain(widget: QWidget) -> QWidget | None:
    """Return what follows *widget* in its window, whether it can have focus or not."""
    following = widget.nextInFocusChain()
    if following is not None and not following.isWindow():
        # PySide takes what it returns here for a child of *widget*, as of any getter, and so keeps
        # it, with all that it shows, for as long as that lives. Qt sees no change in this call.
        following.setParent(following.parentWidget())
    return following
