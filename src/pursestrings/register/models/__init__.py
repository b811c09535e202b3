"""Typed models for every kind of fact. The folder of a file says which kind it holds."""
