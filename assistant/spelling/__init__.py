"""A question as it was typed into the words it means, where the library holds no such words."""
