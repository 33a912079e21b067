"""From passages of past plans to paragraphs of a new one."""
