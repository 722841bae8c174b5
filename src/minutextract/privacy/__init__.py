"""The public version of a summary: who is named, what is masked, what is left out, and a report of it."""
