"""One file per kind of file: `files(data)` gives names and contents."""
