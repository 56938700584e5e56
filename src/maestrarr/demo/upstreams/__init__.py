"""The outside services that Maestrarr talks to, as small twins over one invented catalogue."""
