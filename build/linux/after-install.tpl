#!/bin/bash
# After the program was put in, or a newer one over it.
link='/usr/bin/${executable}'
program='/opt/${sanitizedProductName}/${executable}'
if type update-alternatives >/dev/null 2>&1; then
  # One that an earlier version made itself.
  if [ -L "$link" ] && [ -e "$link" ] && [ "$(readlink "$link")" != '/etc/alternatives/${executable}' ]; then rm -f "$link"; fi
  update-alternatives --install "$link" '${executable}' "$program" 100 || ln -sf "$program" "$link"
else
  ln -sf "$program" "$link"
fi

# The sandbox works by user namespaces or, where an ordinary account gets none, by a helper with root's rights. What root itself
# gets says nothing about the others: Debian's switch holds for them alone.
setting() { { value=$(<"/proc/sys/$1"); } 2>/dev/null && [ "$value" = 0 ]; }
if [ -L /proc/self/ns/user ] && ! setting user/max_user_namespaces && ! setting kernel/unprivileged_userns_clone \
  && unshare --user true 2>/dev/null; then
  chmod 0755 '/opt/${sanitizedProductName}/chrome-sandbox'
else
  chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'
fi

if hash update-mime-database 2>/dev/null; then update-mime-database /usr/share/mime || true; fi
if hash update-desktop-database 2>/dev/null; then update-desktop-database /usr/share/applications || true; fi

# Ubuntu 23.10 and newer give user namespaces only to programs with a profile. Older ones cannot read it, and need none.
if apparmor_status --enabled >/dev/null 2>&1; then
  given='/opt/${sanitizedProductName}/resources/apparmor-profile'
  profile='/etc/apparmor.d/${executable}'
  if apparmor_parser --skip-kernel-load --debug "$given" >/dev/null 2>&1; then
    cp -f "$given" "$profile"
    # An image that is being made has no kernel of its own.
    if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
      apparmor_parser --replace --write-cache --skip-read-cache "$profile" || true
    fi
  fi
fi
exit 0
