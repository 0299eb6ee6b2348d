/** Owns the start of the reader process on plain Node. */
import { serveReadings } from './reader-process.ts';

serveReadings();
