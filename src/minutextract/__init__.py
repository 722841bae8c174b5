"""Actions, decisions, thanks and insights from written meeting minutes."""

__version__ = "0.1.0"
