/**
 * Owns the rows of the MSI for which wixl has no words: PATH, by what Windows knows the shortcut, what Electron leaves in accounts,
 * a start at login that outlives an upgrade, and that a version built twice stands under Programs once.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { APP_USER_MODEL_ID, TOAST_ACTIVATOR } from '../../electron/main/windows-identity.ts';

interface Table {
  readonly name: string;
  /** Column and type in Windows Installer's own writing; the first `keys`, else one, are the key. */
  readonly columns: readonly (readonly [string, string])[];
  readonly keys?: number;
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
  {
    name: 'Condition',
    columns: [
      ['Feature_', 's38'],
      ['Level', 'i2'],
      ['Condition', 'S255'],
    ],
    keys: 2,
    // Chosen where it was there before. Windows Installer's own way of keeping a choice needs the same features in both versions.
    rows: [['Autostart', '1', 'AUTOSTART']],
  },
];

const idt = ({ name, columns, keys = 1, rows }: Table): string =>
  [
    columns.map(([column]) => column),
    columns.map(([, type]) => type),
    [name, ...columns.slice(0, keys).map(([column]) => column)],
    ...rows,
  ]
    .map((line) => `${line.join('\t')}\r\n`)
    .join('');

/** The shortcut that Electron writes for each account that is shown a notice; "%u" is a folder of cmd's loop. */
const link = '%u\\AppData\\Roaming\\Microsoft\\Windows\\Start Menu\\Programs\\Greenroom.lnk';
const removeLinks = `"[System64Folder]cmd.exe" /d /c for /d %u in ([%PUBLIC]\\..\\*) do @del /f /q "${link}"`;
/** A program started in a folder (34), by the system itself (3072), whose failure ends nothing (64). */
const BY_SYSTEM = 34 + 3072 + 64;

const queriesFor = (version: string, upgradeCode: string): readonly string[] => [
  // Up to this version and including it (512), with the choice of features (1): built twice it stands under Programs once.
  `DELETE FROM Upgrade WHERE ActionProperty = 'WIX_UPGRADE_DETECTED'`,
  `INSERT INTO Upgrade (UpgradeCode, VersionMax, Attributes, ActionProperty) VALUES ('{${upgradeCode}}', '${version}', 513, 'WIX_UPGRADE_DETECTED')`,
  `INSERT INTO CustomAction (Action, Type, Source, Target) VALUES ('RemoveLinks', ${BY_SYSTEM}, 'TARGETDIR', '${removeLinks}')`,
  // Before RemoveFiles (3500), and never when a newer version takes the place.
  `INSERT INTO InstallExecuteSequence (Action, Condition, Sequence) VALUES ('RemoveLinks', 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE', 3490)`,
  `INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('RemoveEnvironmentStrings', 3300)`,
  `INSERT INTO InstallExecuteSequence (Action, Sequence) VALUES ('WriteEnvironmentStrings', 5200)`,
];

/** Throws when msibuild is missing or refuses. */
export const addWhatWixlDoesNotKnow = (msi: string, work: string, version: string, upgradeCode: string): void => {
  for (const table of tables) {
    const file = path.join(work, `${table.name}.idt`);
    writeFileSync(file, idt(table));
    execFileSync('/usr/bin/msibuild', [msi, '-i', file], { stdio: 'inherit' });
  }
  for (const query of queriesFor(version, upgradeCode))
    execFileSync('/usr/bin/msibuild', [msi, '-q', query], { stdio: 'inherit' });
};
