"""Who said what: what the encoder hears and what the layout tells, as statements."""
