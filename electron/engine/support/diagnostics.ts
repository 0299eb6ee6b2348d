/** Owns looking at what Greenroom itself stands on: its folder, policy, catalogue, the desktop around it, and its readings. */

import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { checks } from '../../core/checks/index.ts';
import { computerLine } from '../../core/formats/computer.ts';
import { type Doctor, type Remark, unknownSection } from '../../core/formats/diagnostics.ts';
import { type Message, messages } from '../../core/messages/messages.ts';
import { date, place, product, quote, term, version } from '../../core/messages/value.ts';
import type { Report } from '../../core/report/report.ts';
import { bind, type Machine, type MachinePort } from '../../platform/machine/machine.ts';
import { askNamed } from '../../platform/machine/places/named-file.ts';
import type { EffectivePolicy } from '../run/effective-policy.ts';
import type { Workspace } from '../run/workspace.ts';
import { folderAnswers } from '../storage/answers.ts';
import { logFile } from '../storage/log.ts';

const words = messages('doctor-own', {
  folder: 'Own folder',
  folderClosed: '{folder} can’t be written: {error}',
  folderHelp: 'Reports, settings and history can’t be kept until this folder belongs to you and can be written.',
  toKnow: 'To know',
  policy: 'Policy',
  noPolicy: 'No policy of an organisation.',
  policyFrom: 'From {source}.',
  values: 'Set values',
  noValues: 'None: every setting has its default.',
  fault: 'Fault in the policy',
  faultHelp: 'The rest of the policy holds. “greenroom policy lint” shows each fault to the person who wrote it.',
  tray: 'Tray',
  trayUnknown: 'The desktop couldn’t be asked whether it shows tray icons.',
  trayShown: 'This desktop shows tray icons.',
  trayMissing: 'No panel on this desktop shows tray icons.',
  trayHelp:
    'On GNOME the extension “AppIndicator and KStatusNotifierItem Support” adds them. Without it Greenroom keeps its window.',
  cameras: 'Cameras',
  noCamera: 'No camera is connected.',
  camerasOpen: '{cameras}: this account may use them.',
  camerasClosed: '{cameras}: this account may not use them.',
  camerasHelp: 'Sign in at the computer itself, or ask your IT department to let your account use the camera.',
  desktop: 'Desktop',
  noDesktop: 'None that names itself.',
  computer: 'Computer',
  version: 'Version',
  lastReport: 'Last report',
  log: 'Log',
  noFile: '{file}: none yet',
  fileSize: '{file}, {n, plural, one {# byte} other {# bytes}}',
  catalogueOf: '{source}, as known on {date}',
  runsOn: '{version} on {runtime}, {system}, {arch}',
});

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const folderRemark = async (folder: string): Promise<Remark> => {
  try {
    await folderAnswers(folder);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK);
    return { what: words.folder, found: folder, good: true };
  } catch (error) {
    return {
      what: words.folder,
      found: words.folderClosed({ folder: place(folder), error: quote(message(error)) }),
      good: false,
      help: words.folderHelp,
    };
  }
};

const sizeOf = (file: string): Promise<number | null> =>
  askNamed({ op: 'stat', path: file }).then(
    (found) => found?.size ?? null,
    () => null,
  );

const fileRemark = async (what: Message, file: string): Promise<Remark> => {
  const size = await sizeOf(file);
  return {
    what,
    found:
      size === null
        ? words.noFile({ file: place(path.basename(file)) })
        : words.fileSize({ file: place(file), n: size }),
    good: null,
  };
};

const noticeRemarks = (notices: readonly string[]): readonly Remark[] =>
  notices.map((notice) => ({ what: words.toKnow, found: notice, good: false }));

const policyRemarks = ({ policy, notices }: EffectivePolicy): readonly Remark[] => {
  const settings = Object.entries(policy.layers).flatMap(([layer, ids]) =>
    Object.entries(ids).flatMap(([id, keys]) => Object.keys(keys).map((key) => `${id}.${key} (${layer})`)),
  );
  return [
    {
      what: words.policy,
      found: policy.source === null ? words.noPolicy : words.policyFrom({ source: place(policy.source) }),
      good: null,
    },
    {
      what: words.values,
      found: settings.length === 0 ? words.noValues : settings.join(', '),
      good: null,
    },
    ...(policy.faults ?? []).map(
      ({ message: fault }): Remark => ({
        what: words.fault,
        found: fault,
        good: false,
        help: words.faultHelp,
      }),
    ),
    ...noticeRemarks(notices),
  ];
};

/** Whether some panel shows tray icons: they announce themselves under this name on the session's bus. */
const trayRemark = async (machine: Machine): Promise<Remark> => {
  const what = words.tray;
  const args = ['--user', '--no-pager', '--list', 'list'];
  const result = await machine.run('/usr/bin/busctl', args).catch(() => undefined);
  if (result === undefined || result.code !== 0) {
    return { what, found: words.trayUnknown, good: null };
  }
  return /^org\.(?:kde|freedesktop)\.StatusNotifierWatcher\s/m.test(result.stdout)
    ? { what, found: words.trayShown, good: true }
    : {
        what,
        found: words.trayMissing,
        good: false,
        help: words.trayHelp,
      };
};

const cameraRemark = async (machine: Machine): Promise<Remark> => {
  const what = words.cameras;
  const devices = ((await machine.readDir('/dev').catch(() => undefined)) ?? []).filter(({ name }) =>
    /^video\d+$/.test(name),
  );
  if (devices.length === 0) return { what, found: words.noCamera, good: null };
  const usable = await Promise.all(
    devices.map(({ name }) =>
      access(`/dev/${name}`, constants.R_OK | constants.W_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  const names = devices.map(({ name }) => name).join(', ');
  return usable.some(Boolean)
    ? { what, found: words.camerasOpen({ cameras: term(names) }), good: true }
    : {
        what,
        found: words.camerasClosed({ cameras: term(names) }),
        good: false,
        help: words.camerasHelp,
      };
};

/** What Linux desktops leave to each other; the other systems have both, and tell about the camera when it is asked for. */
const surroundings = async (port: MachinePort): Promise<readonly Remark[]> => {
  const machine = bind(port, AbortSignal.timeout(3000));
  const desktop: Remark = {
    what: words.desktop,
    found: machine.variable('XDG_CURRENT_DESKTOP') ?? words.noDesktop,
    good: null,
  };
  return port.host.platform === 'linux' ? [desktop, await trayRemark(machine), await cameraRemark(machine)] : [];
};

const computerRemark = ({ machine: { computer } }: Report): readonly Remark[] => {
  const line = computer === undefined ? null : computerLine(computer);
  return line === null ? [] : [{ what: words.computer, found: line, good: null }];
};

/** Looks at everything. `runtime` is what it runs on: "Node 20.19.0". Never rejects because of what it finds. */
export const examineGreenroom = async (workspace: Workspace, report: Report, runtime: string): Promise<Doctor> => {
  const { catalogue, effective, place } = workspace;
  const { folder, appVersion, port } = place;
  const around = await surroundings(port);
  return {
    schema: 'greenroom.doctor/1',
    sections: [
      {
        title: 'Greenroom',
        remarks: [
          {
            what: words.version,
            found: words.runsOn({
              version: version(appVersion),
              runtime: product(runtime),
              system: product(report.machine.os),
              arch: term(report.machine.arch),
            }),
            good: null,
          },
          ...computerRemark(report),
          await folderRemark(folder),
          await fileRemark(words.lastReport, path.join(folder, 'report.json')),
          await fileRemark(words.log, logFile(folder)),
          {
            what: 'Catalogue',
            found: words.catalogueOf({ source: term(catalogue.source), date: date(catalogue.catalogue.asOf) }),
            good: null,
          },
          ...noticeRemarks(catalogue.notices),
        ],
      },
      { title: 'Rules', remarks: policyRemarks(effective) },
      ...(around.length === 0 ? [] : [{ title: 'Around it', remarks: around }]),
      unknownSection(report, checks),
    ],
  };
};
