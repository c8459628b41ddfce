"""ASKS: questionnaires as data; skip logic, reading and checking of answers."""
