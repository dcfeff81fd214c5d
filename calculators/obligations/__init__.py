"""Obligations (期限): what the rules demand of one certificate, from what happened to it."""
