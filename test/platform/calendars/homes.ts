/** Owns homes of people whose programs keep calendars: filled with files that the programs themselves have written. */
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Host } from '../../../electron/platform/machine/machine.ts';

const kept = (name: string): Buffer => {
  const bytes = readFileSync(path.join(import.meta.dirname, '../../calendars/kept', name));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};
export const keptText = (name: string): string => kept(name).toString('utf8');

export interface TestHome {
  readonly home: string;
  readonly host: Host;
  /** Greenroom's own folder. */
  readonly own: string;
  put(file: string, content: string | Buffer): string;
  /** Puts a file that a program has written. */
  putKept(file: string, name: string): string;
}

export const newHome = (platform: Host['platform'] = 'linux'): TestHome => {
  const home = mkdtempSync(path.join(tmpdir(), 'greenroom-home-'));
  const put = (file: string, content: string | Buffer): string => {
    const whole = path.join(home, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  };
  return {
    home,
    host: { platform, arch: 'x64', kernel: '6', home, variables: {}, utcOffsetMinutes: 60 },
    own: path.join(home, 'own'),
    put,
    putKept: (file, name) => put(file, kept(name)),
  };
};

export const PROFILE = '.thunderbird/0b085ive.default-default';

/** Thunderbird's home. `running`: copied while it ran, when the databases themselves held nothing yet. */
export const putThunderbird = (home: TestHome, running = false, base = '.thunderbird'): void => {
  home.putKept(`${base}/profiles.ini`, 'thunderbird/profiles.ini');
  home.put(`${base}/ilsjfy1g.default/times.json`, '{}');
  const profile = `${base}/0b085ive.default-default`;
  const identity = 'user_pref("mail.identity.id1.useremail", "Mo.Winter@harbour.example");\n';
  home.put(`${profile}/prefs.js`, `${keptText('thunderbird/prefs.txt')}${identity}`);
  const from = `thunderbird/${running ? 'while-running' : 'after-quit'}`;
  for (const name of ['local.sqlite', 'cache.sqlite']) {
    home.putKept(`${profile}/calendar-data/${name}`, `${from}/${name}.gz`);
    if (running) home.putKept(`${profile}/calendar-data/${name}-wal`, `${from}/${name}-wal.gz`);
  }
  if (running) symlinkSync(`127.0.1.1:+${process.pid}`, path.join(home.home, profile, 'lock'));
};

/** GNOME's home: a calendar of this computer, one of a server, a published one, a hidden one. */
export const putEvolution = (home: TestHome): void => {
  for (const uid of [
    '0727c96f2bbfbde6c960a12315a6bad49b856472',
    '79d3d556a61b6a1d792584aa63bec5427623b277',
    'd902b70f7c50f473a65934836c2f541fbdefd34b',
  ])
    home.putKept(`.config/evolution/sources/${uid}.source`, `eds/sources/${uid}.source`);
  home.putKept('.local/share/evolution/calendar/system/calendar.ics', 'eds/local/calendar.ics');
  home.putKept(
    '.local/share/evolution/calendar/d902b70f7c50f473a65934836c2f541fbdefd34b/calendar.ics',
    'eds/local/calendar.ics',
  );
  home.putKept(
    '.cache/evolution/calendar/0727c96f2bbfbde6c960a12315a6bad49b856472/cache.db',
    'eds/cache-caldav/cache.db.gz',
  );
  home.putKept(
    '.cache/evolution/calendar/79d3d556a61b6a1d792584aa63bec5427623b277/cache.db',
    'eds/cache-webcal/cache.db.gz',
  );
};

export const putAkonadi = (home: TestHome): void => {
  const rc = keptText('akonadi/akonadiserverrc').replaceAll('/home/mo', home.home);
  home.put('.config/akonadi/akonadiserverrc', rc);
  home.putKept('.config/akonadi_ical_resource_0rc', 'akonadi/akonadi_ical_resource_0rc');
  home.putKept('.local/share/akonadi/akonadi.db', 'akonadi/akonadi.db.gz');
};

/** vdirsyncer's folder, with its configuration. */
export const putVdirsyncer = (home: TestHome, names: readonly string[]): void => {
  home.put(
    '.config/vdirsyncer/config',
    '[general]\nstatus_path = "~/.local/share/vdirsyncer/status/"\n\n[storage local]\ntype = "filesystem"\npath = "~/calendars/"\nfileext = ".ics"\n\n[storage far]\ntype = "caldav"\nurl = "https://dav.example/"\n',
  );
  for (const name of names) home.putKept(`calendars/harbour/${name}`, `vdirsyncer/harbour/${name}`);
};
