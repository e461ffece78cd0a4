"""One module a language: ``LANGUAGE`` is what termcheck knows of it. README, “add a language”, says how."""
