"""Every deadline of a course, by subject; `models.deadlines.all` gives them together."""
