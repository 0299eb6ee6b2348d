/** Owns the thread in which one large invitation is inspected, so that the window goes on meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SubmittedInvitation } from '../../core/ipc/invitation-messages.ts';
import { inspectInput } from './inspect-input.ts';

parentPort?.postMessage(await inspectInput(workerData as SubmittedInvitation));
