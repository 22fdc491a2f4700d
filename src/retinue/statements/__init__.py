"""Statements: quotations, reported speech, judgements and forecasts, with who stands behind them."""

from retinue.statements.reader import read

__all__ = ["read"]
