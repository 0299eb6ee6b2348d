#!/usr/bin/env node
/** Owns the start of the command line on plain Node. */
import { fileURLToPath } from 'node:url';
import { readThroughProcess } from '../platform/machine/places/read-places.ts';
import { inspectThroughThread } from './inspect/inspect-limited.ts';
import { runAsProcess } from './run-as-process.ts';

readThroughProcess({ program: process.execPath, args: [fileURLToPath(new URL('reader.js', import.meta.url))] });
inspectThroughThread(new URL('terminal-inspect-worker.js', import.meta.url));
await runAsProcess(process.argv.slice(2), new URL('batch-worker.js', import.meta.url));
