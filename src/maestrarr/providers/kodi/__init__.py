"""Kodi, over JSON-RPC: told to read folders again, and to forget pictures that it copied."""
