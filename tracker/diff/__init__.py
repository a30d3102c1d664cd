"""What changed between two versions, provision by provision: first the difference, then the judgement."""
