/** Owns the quiet part of the backup finding in which a person says which drive is their backup drive. */
import { useState } from 'react';
import type { KnownDrive } from '../../electron/core/facts/known-drives.ts';
import type { DriveKept } from '../../electron/core/ipc/contract.ts';
import { daysAgo } from '../../electron/core/text/time.ts';

interface Props {
  readonly drives: readonly KnownDrive[];
  readonly now: number;
  readonly onKeep: (id: string, keep: boolean) => Promise<DriveKept>;
}

const presence = ({ attached, registered, lastSeenAt }: KnownDrive, now: number): string => {
  const seen = attached ? 'attached now' : `last seen ${daysAgo(lastSeenAt, new Date(now).toISOString())}`;
  return registered ? `your backup drive, ${seen}` : seen;
};

export const BackupDrives = ({ drives, now, onKeep }: Props) => {
  const [result, setResult] = useState('');
  if (drives.length === 0) return null;
  const keep = (drive: KnownDrive): void => {
    const failed = (): void => setResult('That did not work. Attach the drive, check again, and try once more.');
    setResult('');
    onKeep(drive.id, !drive.registered).then((kept) => {
      if (kept === 'refused') failed();
      else setResult(drive.registered ? `“${drive.label}” is forgotten.` : `“${drive.label}” is your backup drive.`);
    }, failed);
  };
  return (
    <section className="drives" aria-label="Drives">
      <ul>
        {drives.map((drive) => (
          <li key={drive.id}>
            <p className="drive">
              <strong>{drive.label}</strong> <span>{presence(drive, now)}</span>
            </p>
            <button type="button" className="quiet" onClick={() => keep(drive)}>
              {drive.registered ? 'Forget this drive' : 'This is my backup drive'}
              <span className="hidden-words">{`: ${drive.label}`}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="note" role="status">
        {result}
      </p>
    </section>
  );
};
