/** Owns which macOS this is. */
import { known } from '../../../core/facts/fact.ts';
import type { OperatingSystem } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { systemVersion } from './system-version.ts';

export const operatingSystem = reader<OperatingSystem>(5_000, async (machine) => {
  const { version, extra, source } = await systemVersion(machine);
  const name = ['macOS', version, extra].filter((part) => part !== '').join(' ');
  return known({ name, id: 'macos', like: [], version, rolling: false }, source);
});
