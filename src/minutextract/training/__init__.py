"""Fine-tuning of the classifier."""
