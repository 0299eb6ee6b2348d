/** Owns the licence notices: those that the build wrote for each of its parts, and those of what the camera's workers load. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../build.ts';
import { cameraLicences } from '../camera/licences.ts';

const TITLE =
  '# Licences of the software in Greenroom\n\nElectron and Chromium have their own files beside the program.\n';

/** One text; a package in several parts stands once. */
export const licenceNotices = async (): Promise<string> => {
  const notices = new Map<string, string>();
  const parts = ['main', 'renderer'].map((part) => readFile(path.join(root, 'dist', part, 'licences.md'), 'utf8'));
  for (const text of [...(await Promise.all(parts)), ...(await cameraLicences())]) {
    for (const notice of text.split(/^(?=## )/m).filter((section) => section.startsWith('## '))) {
      notices.set(notice.slice(0, notice.indexOf('\n')), `${notice.trimEnd()}\n`);
    }
  }
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
  return [TITLE, ...sorted].join('\n');
};
