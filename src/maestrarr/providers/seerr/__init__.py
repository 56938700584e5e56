"""Seerr, and Jellyseerr and Overseerr before it: takes requests, and knows what is there."""
