"""From statements to numbered sources with verbatim quotes, and from sentences to their proof."""
