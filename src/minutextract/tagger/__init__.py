"""The sentence classifier: action, decision, praise, insight."""
