"""Obligations (期限): what the rules demand of one certificate, from what happened to it."""

from calculators.obligations.reckoning import Gap
from calculators.obligations.survey import SOON, Survey, obligations, status, survey

__all__ = ["SOON", "Gap", "Survey", "obligations", "status", "survey"]
