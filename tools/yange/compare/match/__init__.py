"""Which clause of the old text belongs to which clause of the new one."""
