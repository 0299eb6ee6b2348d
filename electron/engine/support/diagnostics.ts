/** Owns looking at what Greenroom itself stands on: its folder, policy, catalogue, the desktop around it, and its readings. */
import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { checks } from '../../core/checks/index.ts';
import { computerLine } from '../../core/formats/computer.ts';
import { type Doctor, type Remark, unknownSection } from '../../core/formats/diagnostics.ts';
import { localise } from '../../core/messages/localise.ts';
import type { Report } from '../../core/report/report.ts';
import { count } from '../../core/text/phrases.ts';
import { longDate } from '../../core/text/time.ts';
import { bind, type Machine, type MachinePort } from '../../platform/machine/machine.ts';
import { askNamed } from '../../platform/machine/places/named-file.ts';
import type { EffectivePolicy } from '../run/effective-policy.ts';
import type { Workspace } from '../run/workspace.ts';
import { folderAnswers } from '../storage/answers.ts';
import { logFile } from '../storage/log.ts';

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const folderRemark = async (folder: string): Promise<Remark> => {
  try {
    await folderAnswers(folder);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK);
    return { what: 'Own folder', found: folder, good: true };
  } catch (error) {
    return {
      what: 'Own folder',
      found: `${folder} cannot be written: ${message(error)}`,
      good: false,
      help: 'Reports, settings and history cannot be kept until this folder belongs to you and can be written.',
    };
  }
};

const sizeOf = (file: string): Promise<number | null> =>
  askNamed({ op: 'stat', path: file }).then(
    (found) => found?.size ?? null,
    () => null,
  );

const fileRemark = async (what: string, file: string): Promise<Remark> => {
  const size = await sizeOf(file);
  return {
    what,
    found: size === null ? `${path.basename(file)}: none yet` : `${file}, ${count(size, 'byte')}`,
    good: null,
  };
};

const noticeRemarks = (notices: readonly string[]): readonly Remark[] =>
  notices.map((notice) => ({ what: 'To know', found: notice, good: false }));

const policyRemarks = ({ policy, notices }: EffectivePolicy): readonly Remark[] => {
  const settings = Object.entries(policy.layers).flatMap(([layer, ids]) =>
    Object.entries(ids).flatMap(([id, keys]) => Object.keys(keys).map((key) => `${id}.${key} (${layer})`)),
  );
  return [
    {
      what: 'Policy',
      found: policy.source === null ? 'No policy of an organisation.' : `From ${policy.source}.`,
      good: null,
    },
    {
      what: 'Set values',
      found: settings.length === 0 ? 'None: every setting has its default.' : settings.join(', '),
      good: null,
    },
    ...(policy.faults ?? []).map(
      ({ message: fault }): Remark => ({
        what: 'Fault in the policy',
        found: fault,
        good: false,
        help: 'The rest of the policy holds. Whoever wrote it can find each fault with “greenroom policy lint”.',
      }),
    ),
    ...noticeRemarks(notices),
  ];
};

/** Whether some panel shows tray icons: they announce themselves under this name on the session's bus. */
const trayRemark = async (machine: Machine): Promise<Remark> => {
  const what = 'Tray';
  const args = ['--user', '--no-pager', '--list', 'list'];
  const result = await machine.run('/usr/bin/busctl', args).catch(() => undefined);
  if (result === undefined || result.code !== 0) {
    return { what, found: 'Could not ask the desktop whether it shows tray icons.', good: null };
  }
  return /^org\.(?:kde|freedesktop)\.StatusNotifierWatcher\s/m.test(result.stdout)
    ? { what, found: 'This desktop shows tray icons.', good: true }
    : {
        what,
        found: 'No panel on this desktop shows tray icons.',
        good: false,
        help: 'On GNOME the extension “AppIndicator and KStatusNotifierItem Support” adds them. Greenroom keeps its window without.',
      };
};

const cameraRemark = async (machine: Machine): Promise<Remark> => {
  const what = 'Cameras';
  const devices = ((await machine.readDir('/dev').catch(() => undefined)) ?? []).filter(({ name }) =>
    /^video\d+$/.test(name),
  );
  if (devices.length === 0) return { what, found: 'No camera is connected.', good: null };
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
    ? { what, found: `${names}: this account may use them.`, good: true }
    : {
        what,
        found: `${names}: this account may not use them.`,
        good: false,
        help: 'Sign in at the computer itself, or ask whoever looks after it to let your account use the camera.',
      };
};

/** What Linux desktops leave to each other; the other systems have both, and tell about the camera when it is asked for. */
const surroundings = async (port: MachinePort): Promise<readonly Remark[]> => {
  const machine = bind(port, AbortSignal.timeout(3000));
  const desktop: Remark = {
    what: 'Desktop',
    found: machine.variable('XDG_CURRENT_DESKTOP') ?? 'None that names itself.',
    good: null,
  };
  return port.host.platform === 'linux' ? [desktop, await trayRemark(machine), await cameraRemark(machine)] : [];
};

const computerRemark = ({ machine: { computer } }: Report): readonly Remark[] => {
  const line = computer === undefined ? null : computerLine(computer);
  return line === null ? [] : [{ what: 'Computer', found: localise(line), good: null }];
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
            what: 'Version',
            found: `${appVersion} on ${runtime}, ${report.machine.os}, ${report.machine.arch}`,
            good: null,
          },
          ...computerRemark(report),
          await folderRemark(folder),
          await fileRemark('Last report', path.join(folder, 'report.json')),
          await fileRemark('Log', logFile(folder)),
          {
            what: 'Catalogue',
            found: `${catalogue.source}, as known on ${longDate(catalogue.catalogue.asOf)}`,
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
