"""OpenSubtitles, REST API v1: subtitles that its members have made and shared."""
