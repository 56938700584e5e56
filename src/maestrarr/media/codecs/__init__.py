"""What codecs are called, and what their configuration records say, in FFmpeg's own names."""
