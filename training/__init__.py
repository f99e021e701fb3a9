"""Trains the sentence model from the labelled corpus in `training/corpus/`; not part of the package."""
