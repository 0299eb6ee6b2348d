/** Owns the thread in which one large invitation is inspected, so that the window goes on meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { GivenInvitation } from '../../core/ipc/invitation-messages.ts';
import { inspectGiven } from './inspect-input.ts';

parentPort?.postMessage(await inspectGiven(workerData as GivenInvitation));
