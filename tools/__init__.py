"""Developers' tools: what makes, proves and normalises the course; no lesson imports any of it."""
