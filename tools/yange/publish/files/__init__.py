"""What is published beside the pages: data, feeds, calendars, documents and redirects."""
