"""The command line: one module a command, each a Typer command that translates options and a plain function."""
