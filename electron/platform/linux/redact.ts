/** Owns taking out of a recorded Linux what only says who its owner is: other software, logs, signatures. */
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Reading } from '../recording.ts';

/** Paragraphs of the dpkg status file about packages that Greenroom looks at: the rest of a machine's software is nobody's business. */
const keepPackages = (status: string, wanted: ReadonlySet<string>): string =>
  status
    .split('\n\n')
    .filter((paragraph) => wanted.has(/^Package: (\S+)$/m.exec(paragraph)?.[1] ?? ''))
    .map((paragraph) => `${paragraph}\n\n`)
    .join('');

/** The one line of a package log that Greenroom looks at, without saying which package it was. */
const keepLastUpgrade = (log: string): string => {
  const stamp = log.match(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} upgrade /gm)?.at(-1);
  return stamp === undefined ? '' : `${stamp}package:all 1 2\n`;
};

/** What is kept of a file that holds far more than Greenroom reads in it. */
const excerpt = (path: string, text: string, packages: ReadonlySet<string>): string => {
  if (path === '/var/lib/dpkg/status') return keepPackages(text, packages);
  if (/^\/var\/log\/dpkg\.log(\.1)?$/.test(path)) return keepLastUpgrade(text);
  if (path === '/var/log/pacman.log')
    return text.match(/^\[.*\] (synchronizing package lists|starting full system upgrade).*$/gm)?.join('\n') ?? '';
  if (path.endsWith('_InRelease')) return text.split(/^(?:MD5Sum|SHA256):/m)[0] ?? '';
  return text;
};

/** Rows of the RPM database about other software: their names go, their dates stay. */
const keepRows = (rows: string, packages: ReadonlySet<string>): string =>
  rows.replace(/^([^\t\n]+)\t[^\t\n]+(?=\t[^\t\n]+\t\d+$)/gm, (row, name: string) =>
    packages.has(name) ? row : 'package\t1-1',
  );

/** The readings of a Linux machine with no more in them than its findings need. */
export const redactLinux = (reads: readonly Reading[], catalogue: Catalogue): readonly Reading[] => {
  const packages = new Set(
    catalogue.products.flatMap((product) => product.traces.linux?.packages?.map((one) => one.name) ?? []),
  );
  return reads.map((reading) => {
    if (reading.op === 'readText' && 'text' in reading) {
      return { ...reading, text: excerpt(reading.path, reading.text, packages) };
    }
    if (reading.op === 'run' && 'stdout' in reading && reading.program === '/usr/bin/rpm') {
      return { ...reading, stdout: keepRows(reading.stdout, packages) };
    }
    return reading;
  });
};
