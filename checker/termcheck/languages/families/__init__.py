"""What modules of related languages share: kinds of inflection and of writing."""
