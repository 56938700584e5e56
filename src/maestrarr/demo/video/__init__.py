"""Makes one small, valid, playable media file that states exactly the facts it was asked to.

The pictures and tones are encoded once by the bundled FFmpeg (`elementary`) and then laid out by
writers of our own (`matroska`, `mp4`), since no ready muxer lets a track say what is wrong.
"""
