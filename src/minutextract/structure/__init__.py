"""The frame of the minutes: header, attendance, agenda."""
