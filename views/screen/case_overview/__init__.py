"""The whole of a case at a glance: its thread, timeline, notes, documents and people."""
