"""The room that shows the clinic at a glance."""
