"""From evidence to an answer without a model, or to a refusal that helps."""
