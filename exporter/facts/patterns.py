"""What names, addresses and the like are made of, as patterns that JSON Schema knows too."""

NAME_PATTERN = r"^[a-z0-9][a-z0-9._-]*$"  # of ids and files
URL_PATTERN = r"^https?://[^\s<>\"]+$"  # of pages
HASH_PATTERN = r"^[0-9a-f]{64}$"
LOCATION_PATTERN = r"^(?:p[1-9]\d*(?: -?\d+\.\d){0,4}|¶[1-9]\d*)$"  # p12 72.0 540.1 300.0 552.3
HOST_PATTERN = r"^[\w.:-]+$"  # of servers
