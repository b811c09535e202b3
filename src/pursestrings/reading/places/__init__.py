"""Which government a name means, and when a name is no place."""
