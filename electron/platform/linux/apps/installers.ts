/** Owns which meeting-app installers lie in the download folder of a Linux computer, and where they say they come from. */

import { known } from '../../../core/facts/fact.ts';
import type { Installers } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { installersIn } from '../../download-names.ts';
import { reader } from '../../reader.ts';
import { downloadFolder } from './download-folder.ts';
import { originAttributes } from './origin-attributes.ts';

const words = messages('linux-installers', {
  noTool: 'getfattr isn’t installed, so where files were fetched from couldn’t be read.',
});

const NO_TOOL = words.noTool;

export const installers = reader<Installers>(6_000, async (machine, catalogue) => {
  const folder = await downloadFolder(machine);
  const found = await installersIn(machine, folder, '/', catalogue);
  if (found.length === 0) return known({ files: [], gaps: [] }, folder);
  const origins = await originAttributes(
    machine,
    found.map(({ path }) => path),
  );
  const files = found.map((file) => ({ ...file, from: origins?.get(file.path) ?? [], signature: null }));
  return known({ files, gaps: origins === undefined ? [NO_TOOL] : [] }, folder);
});
