"""The house style of a body: `minutextract.toml`, and what it makes of a summary."""

NAME = "minutextract.toml"
