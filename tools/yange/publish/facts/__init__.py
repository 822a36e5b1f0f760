"""What pages say, worked out without HTML."""
