"""Evidence that two names are one thing: articles read for names, and the places that say what stands there."""
