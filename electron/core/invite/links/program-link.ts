/** Links that fetch a program. */

import type { Link } from './link.ts';

const PROGRAM =
  /\.(?:exe|msi|msix|msixbundle|appinstaller|dmg|pkg|scpt|apk|bat|cmd|ps1|vbs|hta|scr|jar|deb|rpm|appimage)$/i;

/** Whether a click would fetch a program. */
export const isProgramLink = (link: Link): boolean =>
  PROGRAM.test(link.path) || PROGRAM.test(link.query.split(/[=&]/).at(-1) ?? '');
