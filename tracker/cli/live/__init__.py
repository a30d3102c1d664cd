"""The report on this machine's loopback: built in memory, built anew when a plan file is saved."""
