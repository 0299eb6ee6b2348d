/** Owns the quiet part of the backup finding in which a person says which drive is their backup drive. */
import { useState } from 'react';
import type { KnownDrive } from '../../../electron/core/facts/known-drives.ts';
import type { DriveKept } from '../../../electron/core/ipc/contract.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { ago, name } from '../../../electron/core/messages/value.ts';

const words = says('drives', {
  drives: 'Drives',
  attached: 'attached now',
  away: 'last seen {ago}',
  ownAttached: 'your backup drive, attached now',
  ownAway: 'your backup drive, last seen {ago}',
  forget: 'Forget this drive',
  forgetNamed: 'Forget this drive: {drive}',
  keep: 'This is my backup drive',
  keepNamed: 'This is my backup drive: {drive}',
  forgotten: '“{drive}” is forgotten.',
  kept: '“{drive}” is your backup drive.',
  failed: 'That didn’t work. Plug the drive in, check again, then try once more.',
});

interface Props {
  readonly drives: readonly KnownDrive[];
  readonly now: number;
  readonly onKeep: (id: string, keep: boolean) => Promise<DriveKept>;
}

const presence = ({ attached, registered, lastSeenAt }: KnownDrive, now: number): string => {
  if (attached) return registered ? words.ownAttached : words.attached;
  return (registered ? words.ownAway : words.away)({ ago: ago(lastSeenAt, new Date(now).toISOString()) });
};

export const BackupDrives = ({ drives, now, onKeep }: Props) => {
  const [result, setResult] = useState('');
  if (drives.length === 0) return null;
  const keep = (drive: KnownDrive): void => {
    const failed = (): void => setResult(words.failed);
    setResult('');
    onKeep(drive.id, !drive.registered).then((kept) => {
      if (kept === 'refused') failed();
      else setResult((drive.registered ? words.forgotten : words.kept)({ drive: name(drive.label) }));
    }, failed);
  };
  return (
    <section className="drives" aria-label={words.drives}>
      <ul>
        {drives.map((drive) => (
          <li key={drive.id}>
            <p className="drive">
              <strong>{drive.label}</strong> <span>{presence(drive, now)}</span>
            </p>
            <button
              type="button"
              aria-label={(drive.registered ? words.forgetNamed : words.keepNamed)({ drive: name(drive.label) })}
              onClick={() => keep(drive)}
            >
              {drive.registered ? words.forget : words.keep}
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
