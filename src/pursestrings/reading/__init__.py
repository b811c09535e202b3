"""Reading: who said what, and which governments, programs, laws, sums, dates and events a document names."""
