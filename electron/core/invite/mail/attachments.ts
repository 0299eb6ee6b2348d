/** What attached files may do, judged by name and declared type alone: nothing is opened. */

import { INVISIBLE } from '../links/link.ts';
import { type Reason, type ReasonId, reason } from '../reason.ts';

const KINDS: readonly (readonly [id: ReasonId, extensions: string])[] = [
  [
    'attached-program',
    `exe msi msix msixbundle appx appinstaller scr com bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta lnk pif cpl dll jar
     reg inf gadget application msc msp mst chm url website scf library-ms search-ms settingcontent-ms iso img vhd vhdx
     dmg pkg app command scpt scptd applescript workflow terminal mobileconfig sh run deb rpm appimage flatpakref
     desktop apk ipa xll iqy slk py pyw diagcab theme`,
  ],
  ['attached-macros', 'docm dotm xlsm xltm xlsb xlam pptm potm ppam ppsm sldm doc xls ppt rtf one mdb accdb'],
  ['attached-page', 'html htm xhtml xht shtml mht mhtml svg svgz xml hta'],
  ['attached-archive', 'zip rar 7z gz tar tgz bz2 xz cab arj ace lzh z uue zst msg'],
  ['attached-image', 'png jpg jpeg gif webp bmp tif tiff heic avif ico'],
];

const byExtension = new Map<string, ReasonId>();
for (const [id, extensions] of KINDS)
  for (const extension of extensions.split(/\s+/)) if (!byExtension.has(extension)) byExtension.set(extension, id);

const PROGRAM_TYPES =
  /^application\/(?:x-ms(?:download|dos-program|-shortcut|i)|x-msi|x-dosexec|hta|java-archive|x-sh(?:ellscript)?|x-apple-diskimage|vnd\.(?:android\.package-archive|microsoft\.portable-executable|debian\.binary-package))\b|^text\/(?:javascript|vbscript|x-sh)/i;
const HTML_TYPES = /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)\b/i;
const HARMLESS_LOOK =
  /\.(?:pdf|docx?|xlsx?|pptx?|txt|ics|png|jpe?g|gif|mp[34]|eml|html?)[\s._-]{0,80}\.[a-z0-9-]{1,20}$/i;

export interface AttachedFile {
  readonly name: string;
  readonly type: string;
  /** Shown inside the mail rather than attached, as logos are. */
  readonly inline: boolean;
}

/** The strongest reason an attachment gives, or null for ordinary documents and calendar files. */
export function judgeAttachment(file: AttachedFile): Reason | null {
  const name = file.name.slice(-255).trim();
  const shown = name || file.type;
  // Windows drops final dots and blanks, so `invite.exe. ` is a program.
  const extension = /\.([a-z0-9-]{1,20})[.\s]{0,40}$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = byExtension.get(extension);
  const program = kind === 'attached-program' || PROGRAM_TYPES.test(file.type);
  if (INVISIBLE.test(name) || (program && HARMLESS_LOOK.test(name)))
    return reason('attached-disguise', shown.replace(new RegExp(INVISIBLE, 'g'), '·'));
  if (program) return reason('attached-program', shown);
  if (kind === 'attached-image') return file.inline ? null : reason('attached-image', shown);
  if (kind) return reason(kind, shown);
  if (HTML_TYPES.test(file.type)) return reason('attached-page', shown);
  return null;
}
