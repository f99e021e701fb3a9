"""The command line: one command, one file. Imports what a command needs when it runs, not before."""
