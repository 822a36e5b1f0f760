"""Files of a project and folders of ours: one writer at a time, whole or not at all, never over what others wrote."""
