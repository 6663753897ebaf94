"""Stands between the app and a strategy: frames in, frames out. The twin of docker/runner."""
