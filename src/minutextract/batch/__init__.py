"""An archive into a store: look, register, claim, read, find, commit; one document at a time and each of them whole."""
