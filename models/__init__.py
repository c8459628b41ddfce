"""MEANS: citizen, course, decision, plan, deadlines, letters: frozen values and pure rules."""
