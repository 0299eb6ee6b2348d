/** Owns `greenroom check`: one run, told as text or as one JSON object. */

import packageJson from '../../../package.json' with { type: 'json' };
import { checks } from '../../core/checks/index.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';
import { type Format, formatNames, formats } from '../../core/formats/index.ts';
import { exitCodes, reportText } from '../../core/formats/text.ts';
import { meetingFact } from '../../core/meeting/meeting.ts';
import { helpDeskText } from '../../core/policy/help-desk.ts';
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import type { SettledFacts } from '../../core/report/build.ts';
import type { SharedResult } from '../../core/report/shared-result.ts';
import { calendarSettings, namesCalendars } from '../../core/settings/calendar.ts';
import { helpDeskSettings } from '../../core/settings/help-desk.ts';
import { settingsInForce } from '../../core/settings/index.ts';
import { count } from '../../core/text/phrases.ts';
import { publishResult, publishUnder } from '../../engine/run/publish-result.ts';
import { runChecks } from '../../engine/run/run.ts';
import { createBackupDrives } from '../../engine/session/backup-drives.ts';
import { loadCatalogue } from '../../engine/storage/catalogue-store.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { createBackupMemoryStore } from '../../engine/storage/known-drives-store.ts';
import { checkedEntry, createLog } from '../../engine/storage/log.ts';
import { createProfileStore, emptyProfile } from '../../engine/storage/profile.ts';
import { createReportStore } from '../../engine/storage/report-store.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { localIdentity } from '../../platform/redaction/identity.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, painterFor, widthFor } from '../io.ts';
import { deadlineOf, machineOf, nowOf, policyOf, type RunOptions } from '../run-options.ts';

export interface CheckOptions extends RunOptions {
  readonly only?: string;
  readonly json?: boolean;
  readonly format?: string;
}

const onlyOf = (text: string | undefined): readonly string[] | null => {
  if (text === undefined) return null;
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const known = checks.map((check) => check.id);
  const wrong = ids.find((id) => !known.includes(id));
  if (wrong !== undefined) throw new WrongUsage(`There is no check “${wrong}”. Known are: ${known.join(', ')}.`);
  if (ids.length === 0) throw new WrongUsage(`--only needs the id of a check. Known are: ${known.join(', ')}.`);
  return ids;
};

const formatOf = ({ format, json }: CheckOptions): Format | null => {
  if (format === undefined) return null;
  if (json === true) throw new WrongUsage('Choose one of --json and --format.');
  const known = formatNames.find((name) => name === format);
  if (known === undefined)
    throw new WrongUsage(`There is no format “${format}”. Known are: ${formatNames.join(', ')}.`);
  return known;
};

/** Names that a recorded machine does not hold. */
const nobody = { userName: '', hostName: '', home: '' };

/**
 * The next meeting of the calendars that the policy names. No server is asked for it: that is for the window and `next`. A
 * calendar that does not answer within half the time of the checks is left out, which is told.
 */
const givenMeeting = async (policy: Policy, folder: string, deadlineMs: number, io: Io): Promise<InjectedFacts> => {
  const values = valuesOf(policy, calendarSettings.id, calendarSettings.policy);
  if (!namesCalendars(values)) return {};
  const [{ createCalendars }, { readCalendarSource }, { answersInTime }] = await Promise.all([
    import('../../engine/calendars/calendars.ts'),
    import('../../engine/calendars/calendar-source.ts'),
    import('../../engine/calendars/is-responsive.ts'),
  ]);
  const calendars = createCalendars({
    folder,
    read: readCalendarSource,
    answers: (kind, file) => answersInTime(localMachine(), kind, file, deadlineMs / 2),
  });
  const agenda = await calendars.refresh(values, { ask: 'none' });
  for (const { name, state, problem } of agenda.calendars)
    if (state === 'unread' && problem !== null) io.stderr.write(`Calendar ${name}: ${problem}\n`);
  return meetingFact(agenda, new Date().toISOString());
};

/** Runs the checks; resolves to the exit code. Throws `BadInput` and `WrongUsage`. */
export const runCheck = async (options: CheckOptions, io: Io): Promise<number> => {
  const only = onlyOf(options.only);
  const format = formatOf(options);
  const asked = nowOf(options.now);
  const { policy, notices: policyNotices } = await policyOf(io, options);
  const deadlineMs = deadlineOf(options.timeout, policy);
  const { port, recordedAt } = await machineOf(io, options.machine);
  const now = asked ?? recordedAt;

  const folder = stateFolder(localMachine().host);
  const catalogue = await loadCatalogue(folder);
  // What a person confirmed and set aside, and which drives were seen, is about this computer, not about a recorded one.
  const own = options.machine === undefined ? await createProfileStore(folder).load() : emptyProfile;
  const meeting = options.machine === undefined ? await givenMeeting(policy, folder, deadlineMs, io) : {};
  const drives = options.machine === undefined ? createBackupDrives(createBackupMemoryStore(folder)) : undefined;
  const remembered = await drives?.load();
  for (const notice of [...policyNotices, ...catalogue.notices, ...own.notices, ...(remembered?.notices ?? [])])
    io.stderr.write(`${notice}\n`);

  const clear = '\r\u001b[K';
  const showsProgress = io.stderr.isTTY === true;
  let read: SettledFacts = {};
  const report = await runChecks({
    port,
    policy,
    catalogue,
    only,
    deadlineMs,
    profileFacts: { ...own.facts, ...remembered?.facts, ...meeting },
    waivers: own.waivers,
    ...(now === undefined ? {} : { now }),
    onFacts: (facts) => {
      read = facts;
    },
    onProgress: (_soFar, pending) => {
      if (showsProgress)
        io.stderr.write(pending.length === 0 ? clear : `${clear}Checking… ${count(pending.length, 'check')} to go`);
    },
  });
  if (showsProgress) io.stderr.write(clear);

  const told = (): SharedResult =>
    publishUnder(policy, report, options.machine === undefined ? localIdentity() : nobody, packageJson.version);
  if (format !== null) io.stdout.write(formats[format](told()));
  else if (options.json === true) io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const help = helpDeskText(settingsInForce(policy)[helpDeskSettings.id], [
      Intl.DateTimeFormat().resolvedOptions().locale,
    ]);
    const whom = help === null || report.verdict === 'ready' ? '' : `Help: ${help}\n`;
    io.stdout.write(reportText(report, painterFor(io), widthFor(io)) + whom);
  }

  // A check of another time teaches nothing about when drives were attached.
  if (asked === undefined) {
    try {
      await drives?.recordSeenDrives(read);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      io.stderr.write(`Which drives are attached could not be noted: ${message}\n`);
    }
  }
  // Only what was asked of this computer as it is becomes "the last report".
  if (options.machine === undefined && asked === undefined && options.policy === undefined && only === null) {
    try {
      const folder = stateFolder(port.host);
      await createLog(folder, port.host).write(checkedEntry(report));
      const notices = [
        ...(await createReportStore(folder).save(report)),
        ...(await publishResult({ result: told(), policy, folder, host: port.host })),
      ];
      for (const notice of notices) io.stderr.write(`${notice}\n`);
    } catch (error) {
      io.stderr.write(`The report could not be stored: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return exitCodes[report.verdict];
};
