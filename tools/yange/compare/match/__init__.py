"""Which clause of the old text matches which clause of the new one."""
