"""What the answers of a course call for: gates before a step, and reminders."""
