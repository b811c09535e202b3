"""The trained part of reading: one small encoder that marks attributions and names."""
