/** Owns recognising what commercial programs leave on a drive. What their files say of time is not documented: none is dated. */
import type { BackupSet } from '../../core/facts/index.ts';
import { files, folders, has } from './folder.ts';
import type { Signature } from './signature.ts';

const programs = [
  { tool: 'macrium', name: 'Macrium Reflect', file: /\.mr(?:img|bak|ex|sql)x?$/i, folder: undefined },
  { tool: 'acronis', name: 'Acronis', file: /\.tibx?$/i, folder: undefined },
  { tool: 'veeam', name: 'Veeam Agent', file: /\.(?:vbm|vbk)$/i, folder: /^VeeamBackup$/i },
] as const;

export const commercial: Signature = (_machine, folder): readonly BackupSet[] =>
  programs
    .filter(
      (program) =>
        files(folder).some((name) => program.file.test(name)) ||
        (program.folder !== undefined && folders(folder).some((name) => program.folder.test(name))),
    )
    .map(({ tool, name }) => ({ tool, name }));

/** Arq 7: a folder for each computer, with its settings and its plan. */
export const arq: Signature = (_machine, folder): readonly BackupSet[] =>
  has(folder, 'file', 'backupconfig.json', 'backupplan.json') ? [{ tool: 'arq', name: 'Arq' }] : [];
