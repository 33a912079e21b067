"""From a question to the kind of fact it wants, and what tells whether a sentence states one."""
