"""What has changed: lines of files, told by git or by a unified diff."""
