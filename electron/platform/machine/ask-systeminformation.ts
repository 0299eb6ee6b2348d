/** Owns asking systeminformation, in a process of its own that prints the answer and ends: its calls have no limit and cannot be cancelled. */
import si from 'systeminformation';
import { ASKED } from './system-information.ts';

/** Prints the answer as JSON. On Windows all calls share one PowerShell. */
export const printSystemInformation = async (): Promise<void> => {
  if (process.platform === 'win32') si.powerShellStart();
  const answer: unknown = await si.get(ASKED);
  if (process.platform === 'win32') si.powerShellRelease();
  await new Promise<void>((resolve) => process.stdout.write(JSON.stringify(answer), () => resolve()));
};
