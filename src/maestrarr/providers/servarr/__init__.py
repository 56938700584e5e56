"""What Radarr and Sonarr share: their API, their history, and the reports that they send."""
