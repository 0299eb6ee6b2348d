/** Owns trying the connection in the running program: on a click or by policy, one at a time, and it can be stopped. */
import { meetingConnection, meetingConnectionKeys } from '../../core/checks/call/meeting/meeting-connection.ts';
import { hostOfNext, mayTry } from '../../core/connection/hosts.ts';
import { judgeTrial } from '../../core/connection/judge-trial.ts';
import type { Trial } from '../../core/connection/trial.ts';
import type { TrialProgress, TrialTold } from '../../core/connection/trial-told.ts';
import { nextMeeting } from '../../core/meeting/meeting.ts';
import { localise } from '../../core/messages/localise.ts';
import { valuesOf } from '../../core/policy/policy.ts';
import { activeChecks } from '../../core/report/build.ts';
import { InputError, inputProblem } from '../../core/text/input-error.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import type { TrialHere } from '../run/connection-trial.ts';
import type { Session } from './session.ts';

export interface ConnectionTrial {
  /** Tries the connection to a host that the person was told of. A second wish for the same host joins the first. */
  start(host: string): Promise<TrialTold>;
  stop(): void;
  /** Where the policy wants it: tries the host of the next meeting. Undefined where nobody is to be asked. Never rejects. */
  beforeMeeting(): Promise<unknown> | undefined;
}

export interface ConnectionTrialParts {
  readonly port: MachinePort;
  readonly session: Pick<Session, 'snapshot' | 'policy' | 'check' | 'connectionTried'>;
  readonly onProgress: (progress: TrialProgress) => void;
  /** How a connection is tried; another way in tests. */
  readonly attempt?: (trial: TrialHere) => Promise<Trial>;
  readonly clock?: () => number;
}

/** Loaded with the first trial, never before. */
const attemptHere = async (trial: TrialHere): Promise<Trial> =>
  (await import('../run/connection-trial.ts')).tryConnectionHere(trial);

export const createConnectionTrial = ({
  port,
  session,
  onProgress,
  attempt = attemptHere,
  clock = Date.now,
}: ConnectionTrialParts): ConnectionTrial => {
  let running: { readonly host: string; readonly stop: AbortController; readonly told: Promise<TrialTold> } | null =
    null;

  let ageing: NodeJS.Timeout | undefined;

  const valuesNow = () => valuesOf(session.policy(), meetingConnection.id, meetingConnectionKeys);

  /** A result that has grown too old is taken back, and nobody waits for that. */
  const keep = (trial: Trial): void => {
    void session.connectionTried(trial);
    clearTimeout(ageing);
    const age = valuesNow().maxAgeMinutes * 60_000 + 1_000;
    ageing = setTimeout(() => void session.check([meetingConnection.id]), age);
    ageing.unref();
  };

  const run = async (host: string, { signal }: AbortController): Promise<TrialTold> => {
    try {
      const onAttempt = (done: number, total: number): void => onProgress({ host, done, total });
      const trial = await attempt({ host, port, signal, onAttempt });
      keep(trial);
      const { state, sentences } = judgeTrial(trial);
      return { is: 'tried', state, sentences: sentences.map(localise) };
    } catch (error) {
      if (signal.aborted) return { is: 'stopped' };
      // A proxy that cannot be used: nobody was asked.
      if (error instanceof InputError) return { is: 'impossible', sentence: inputProblem(error) };
      throw error;
    }
  };

  const begin = (host: string): Promise<TrialTold> => {
    if (running !== null) return running.host === host ? running.told : Promise.resolve({ is: 'busy' });
    const stop = new AbortController();
    const told = run(host, stop).finally(() => {
      running = null;
    });
    running = { host, stop, told };
    return told;
  };

  return {
    start: (host) =>
      mayTry(host, session.snapshot().agenda.meetings) ? begin(host) : Promise.resolve({ is: 'refused' }),
    stop: () => running?.stop.abort(),
    beforeMeeting: () => {
      const isOff = activeChecks([meetingConnection], session.policy()).length === 0;
      if (!valuesNow().beforeMeeting || isOff) return undefined;
      const host = hostOfNext(nextMeeting(session.snapshot().agenda, new Date(clock()).toISOString()));
      // What goes wrong in a trial that nobody waits for is no reason to keep the check from being made.
      return host === undefined ? undefined : begin(host).catch(() => undefined);
    },
  };
};
