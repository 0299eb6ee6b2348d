#!/bin/sh
# Jamf Pro extension attribute (text): asks Greenroom in the account that is signed in, since it judges with that account's rights.
user=$(/usr/bin/stat -f %Su /dev/console)
if [ "$user" = root ] || [ -z "$user" ]; then
  echo '<result>Nobody is signed in</result>'
  exit 0
fi
program=/Applications/Greenroom.app/Contents/MacOS/Greenroom
if [ ! -x "$program" ]; then
  echo '<result>Not installed</result>'
  exit 0
fi
/bin/launchctl asuser "$(/usr/bin/id -u "$user")" /usr/bin/sudo -u "$user" "$program" check --format=jamf 2>/dev/null
exit 0
