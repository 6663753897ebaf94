"""What a container of the Python image starts: it waits for one job, runs it and ends."""

from runner.main import main

main()
