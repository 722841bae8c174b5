"""The action log as secretaries keep it: one row an action, of some meetings or an archive, in the formats they use."""
