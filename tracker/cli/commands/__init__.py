"""One command per file: a module here *is* a command (`command`) or a group of them (`app`)."""
