"""From found passages to the sentences that answer, each bound to the thing, year and place asked."""
