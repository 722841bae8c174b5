"""The pack: everything that a secretary sends or keeps after a meeting, in one folder with a manifest."""
