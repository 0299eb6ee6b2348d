/** Owns the start of the process that asks systeminformation, on plain Node. */
import { printSystemInformation } from './ask-systeminformation.ts';

await printSystemInformation();
