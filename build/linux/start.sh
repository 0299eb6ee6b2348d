#!/bin/sh
# Starts Greenroom from a folder, where nothing can be installed. Never without its sandbox: where that cannot work it says why and what
# helps, and prints its report in the terminal instead.
here=$(dirname -- "$(readlink -f -- "$0")")
program=$here/program/greenroom
helper=$here/program/chrome-sandbox

setting() { { read -r value <"/proc/sys/$1"; } 2>/dev/null && [ "$value" = "$2" ]; }

forbidden() {
  if [ -u "$helper" ] && [ "$(stat -c %u -- "$helper")" = 0 ]; then return 1; fi
  setting user/max_user_namespaces 0 || setting kernel/unprivileged_userns_clone 0 ||
    { setting kernel/apparmor_restrict_unprivileged_userns 1 && ! grep -qrsF -- "$program" /etc/apparmor.d; } ||
    { command -v unshare >/dev/null && ! unshare --user true 2>/dev/null; }
}

if [ "$(id -u)" = 0 ]; then
  echo 'Greenroom opens no window as root: start it from the account of the person whose computer it is.' >&2
elif forbidden; then
  echo "Linux forbids Greenroom’s sandbox, without which it opens no window; an administrator allows it by: sudo chown root:root '$helper' && sudo chmod 4755 '$helper'" >&2
elif [ -z "$DISPLAY$WAYLAND_DISPLAY" ] && case ${1:--} in -*) true ;; *) false ;; esac; then
  echo 'There is no screen for Greenroom’s window: this is its report.' >&2
else
  exec "$program" "$@"
fi

node=$(command -v node) && "$node" -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' || {
  echo 'For its report in the terminal Greenroom needs Node 20.19 or newer here, and there is none.' >&2
  exit 70
}
case ${1:--} in
  -*) exec "$node" "$here/terminal/dist/main/cli.js" check ;;
  *) exec "$node" "$here/terminal/dist/main/cli.js" "$@" ;;
esac
