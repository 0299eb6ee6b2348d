#!/usr/bin/env node
/** Owns the start of the command line on plain Node. */
import { runAsProcess } from './run-as-process.ts';

await runAsProcess(process.argv.slice(2));
