"""From files to documents with sections and facts, and into the three stores."""
