"""Who is who: names, offices, bodies, and whom a source means."""
