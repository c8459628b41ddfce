"""One widget per kind of answer, made from the items of a questionnaire."""
