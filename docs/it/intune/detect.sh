#!/bin/sh
# Discovery script for Intune's custom compliance on Linux (POSIX shell), in the account that is signed in.
# Upload beside it the rules from: greenroom checks --intune-rules
# Intune wants one line of JSON and exit code 0; the verdict is inside.
if ! command -v greenroom >/dev/null 2>&1; then
  echo '{"GreenroomVerdict":"not-installed"}'
  exit 0
fi
greenroom check --format=intune 2>/dev/null
exit 0
