/** Owns the thread in which one large invitation is inspected, so that the window goes on meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import type { GivenInvitation } from '../core/invitation.ts';
import { inspectGiven } from './inspect-given.ts';

parentPort?.postMessage(await inspectGiven(workerData as GivenInvitation));
