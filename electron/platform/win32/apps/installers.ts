/** Owns which meeting-app installers lie in the Downloads folder of Windows, and where they come from. */

import { known } from '../../../core/facts/fact.ts';
import type { Installers } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { installersIn } from '../../download-names.ts';
import { reader } from '../../reader.ts';
import { zoneOf } from './zone-identifier.ts';

const words = messages('windows-installers', {
  marks: 'Where files were fetched from couldn’t be read for every file.',
});

export const installers = reader<Installers>(8_000, async (machine, catalogue) => {
  const folder = `${machine.host.home}\\Downloads`;
  const found = await installersIn(machine, folder, '\\', catalogue);
  const marks = await Promise.all(found.map(({ path }) => zoneOf(machine, path)));
  const files = found.map((file, index) => ({ ...file, from: marks[index] ?? [], signature: null }));
  const gaps = marks.includes(undefined) ? [words.marks] : [];
  return known({ files, gaps }, folder);
});
