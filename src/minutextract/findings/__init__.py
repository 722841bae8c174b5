"""From labelled sentences to actions, decisions, praise and insights."""
