"""Sums of money as people write them."""

from __future__ import annotations

from decimal import Decimal


def dollars(amount: str | None) -> str:
    """`$4,100,000,000` from a decimal text; a sum that nobody put in figures says so."""
    if amount is None:
        return "no figure given"
    value = Decimal(amount)
    whole = value == value.to_integral_value()
    return f"${value:,.0f}" if whole else f"${value:,.2f}"
