/** Owns whether the drive that a Windows backup goes to is attached now. */
import type { BackupDestination } from '../../core/facts.ts';
import type { Volumes } from './volumes.ts';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * A destination as File History or Windows Backup writes it: "E:\", "\\server\share\". A drive letter alone does not
 * prove which drive it is, so an attached one has to bear the name that was noted as well, where one was.
 */
export const destinationOf = (url: string, noted: string, volumes: Volumes | undefined): BackupDestination => {
  const label = same(noted.replace(/\\$/, ''), url.replace(/\\$/, '')) ? '' : noted;
  const name = label || url.replace(/\\$/, '');
  if (url.startsWith('\\\\') && !url.startsWith('\\\\?\\')) return { name, kind: 'network', attached: null };
  const root = /^[a-z]:/i.exec(url)?.[0];
  if (root === undefined) return { name, kind: 'unknown', attached: null };
  if (volumes === undefined) return { name, kind: 'drive', attached: null };
  const here = volumes.volumes.find(({ mountPoints }) => mountPoints.some((point) => same(point, `${root}\\`)));
  if (here !== undefined && (label === '' || same(label, here.label)))
    return { name, kind: 'drive', attached: true, ...(here.id === '' ? {} : { volumeId: here.id }) };
  // It may be there under another letter, or another drive may have taken its letter.
  const elsewhere = here !== undefined || volumes.volumes.some((volume) => label !== '' && same(label, volume.label));
  return { name, kind: 'drive', attached: elsewhere || !volumes.complete ? null : false };
};
