"""From passages to the words of a chat model, checked before anyone reads them."""
