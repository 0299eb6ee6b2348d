/** Owns the rows of the MSI for which wixl has no words: PATH, by what Windows knows the shortcut, and what Electron leaves in accounts. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { APP_USER_MODEL_ID, TOAST_ACTIVATOR } from '../../electron/main/windows-identity.ts';

interface Table {
  readonly name: string;
  /** Column and type in Windows Installer's own writing; the first is the key. */
  readonly columns: readonly (readonly [string, string])[];
  readonly rows: readonly (readonly string[])[];
}

const tables: readonly Table[] = [
  {
    name: 'Environment',
    columns: [
      ['Environment', 's72'],
      ['Name', 'l255'],
      ['Value', 'L255'],
      ['Component_', 's72'],
    ],
    // "=" set when it is installed, "-" taken away when it is removed, "*" for all accounts; "[~]" is what was there.
    rows: [['Path', '=-*PATH', '[~];[INSTALLFOLDER]bin', 'Shortcuts']],
  },
  {
    name: 'MsiShortcutProperty',
    columns: [
      ['MsiShortcutProperty', 's72'],
      ['Shortcut_', 's72'],
      ['PropertyKey', 's255'],
      ['PropVariantValue', 's255'],
    ],
    rows: [
      ['AppUserModelId', 'StartMenu', 'System.AppUserModel.ID', APP_USER_MODEL_ID],
      ['ToastActivator', 'StartMenu', 'System.AppUserModel.ToastActivatorCLSID', TOAST_ACTIVATOR],
    ],
  },
];

const idt = ({ name, columns, rows }: Table): string =>
  [columns.map(([column]) => column), columns.map(([, type]) => type), [name, columns[0]?.[0]], ...rows]
    .map((line) => `${line.join('\t')}\r\n`)
    .join('');

/** The shortcut that Electron writes for each account that is shown a notice; "%u" is a folder of cmd's loop. */
const link = '%u\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Greenroom.lnk';
const removeLinks = `"[System64Folder]cmd.exe" /d /c for /d %u in ([%PUBLIC]\\..\\*) do @del /f /q "${link}"`;
/** A program started in a folder (34), by the system itself (3072), whose failure ends nothing (64). */
const BY_SYSTEM = 34 + 3072 + 64;

const queries = [
  `INSERT INTO CustomAction (Action, Type, Source, Target) VALUES ('RemoveLinks', ${BY_SYSTEM}, 'TARGETDIR', '${removeLinks}')`,
  // Before RemoveFiles (3500), and never when a newer version takes the place.
  `INSERT INTO InstallExecuteSequence (Action, Condition, Sequence) VALUES ('RemoveLinks', 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE', 3490)`,
  `INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('RemoveEnvironmentStrings', 3300)`,
  `INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('WriteEnvironmentStrings', 5200)`,
];

/** Throws when msibuild is missing or refuses. */
export const addWhatWixlDoesNotKnow = (msi: string, work: string): void => {
  for (const table of tables) {
    const file = path.join(work, `${table.name}.idt`);
    writeFileSync(file, idt(table));
    execFileSync('/usr/bin/msibuild', [msi, '-i', file], { stdio: 'inherit' });
  }
  for (const query of queries) execFileSync('/usr/bin/msibuild', [msi, '-q', query], { stdio: 'inherit' });
};
