"""The errors of the world that can meet a case or the clinic's profile when they are read."""

from app.supplies import UnknownFormError
from forms.errors import FormError
from storage.errors import RegisterError

READING_TROUBLE = (RegisterError, UnknownFormError, FormError)
"""The register does not answer, or holds what this program cannot read; each says so in Danish."""
