/** Owns the thread that answers blocks of a batch beside the one that reads and writes. */
import { parentPort } from 'node:worker_threads';
import { THREAD_IS_READY } from './batch-threads.ts';
import { answerPlainRows } from './plain-rows.ts';

parentPort?.on('message', (block: string) => parentPort?.postMessage(answerPlainRows(block)));
parentPort?.postMessage(THREAD_IS_READY);
