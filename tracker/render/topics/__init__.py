"""What `tracker explain` can explain: every module here is a family of topics, with `FAMILY`, `ORDER` and
`topics()`."""
