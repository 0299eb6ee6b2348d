/** Owns the thread in which the terminal inspects one large invitation. */
import { parentPort, workerData } from 'node:worker_threads';
import { type InvitationInput, inspectInvitation } from '../../core/invite/index.ts';

parentPort?.postMessage(await inspectInvitation(workerData as InvitationInput));
