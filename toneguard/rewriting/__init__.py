"""A way out of a finding: a rewrite, a cut, or a skeleton to fill in, each verified before it is shown."""
