#!/bin/bash
# After the program was removed. An upgrade runs this too, when the new version is already there: then nothing is taken away.
case "$1" in
  upgrade | failed-upgrade | abort-install | abort-upgrade | disappear) exit 0 ;;
  1) exit 0 ;;
esac

if type update-alternatives >/dev/null 2>&1; then
  # The program has gone by now, and that is all it would warn of.
  update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' >/dev/null 2>&1 || true
fi
# A link that leads nowhere is ours; one that an administrator set to another program stays.
if [ -L '/usr/bin/${executable}' ] && [ ! -e '/usr/bin/${executable}' ]; then rm -f '/usr/bin/${executable}'; fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  # Unloaded before it goes, so that it does not hold until the next start of the system.
  if apparmor_status --enabled >/dev/null 2>&1 && ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile" /var/cache/apparmor/*/'${executable}'
fi

if hash update-desktop-database 2>/dev/null; then update-desktop-database /usr/share/applications || true; fi
if hash update-mime-database 2>/dev/null; then update-mime-database /usr/share/mime || true; fi
exit 0
