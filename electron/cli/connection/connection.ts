/** Owns `greenroom connection`: trying the connection to a meeting service, which is named before it is asked. */
import { hostOfMeeting, hostOfService, triedServices } from '../../core/connection/hosts.ts';
import { judgeTrial, type TrialState, words } from '../../core/connection/judge-trial.ts';
import { numbersOf } from '../../core/connection/trial.ts';
import { localise } from '../../core/messages/localise.ts';
import { says } from '../../core/messages/says.ts';
import { place, quote, term } from '../../core/messages/value.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, say, warn } from '../io.ts';
import { openFor } from '../run-options.ts';

const codes: Readonly<Record<TrialState, number>> = { pass: 0, caution: 10, fail: 20 };

const usage = says('connection-verb', {
  noService: '“{service}” is no service that can be tried by name. Name one of: {services}.',
  noMeeting: 'No meeting with an official link is ahead. Name a service: {services}.',
});

const services = term(triedServices.join(', '));

/** The host that was meant. Throws `WrongUsage` where none is. */
const hostFor = async (service: string | undefined, io: Io): Promise<string> => {
  if (service !== undefined) {
    const host = hostOfService(service);
    if (host !== undefined) return host;
    throw new WrongUsage(usage.noService({ service: quote(service.slice(0, 60)), services }));
  }
  const { workspace, deadlineMs } = await openFor(io);
  const { meetingAsLastRead } = await import('../../engine/run/meeting-as-last-read.ts');
  const { policy, place } = workspace;
  const { facts } = await meetingAsLastRead(policy, place.folder, place.port.host, deadlineMs);
  const fact = facts.nextMeeting?.fact;
  const host = fact?.state === 'known' ? hostOfMeeting(fact.value) : undefined;
  if (host !== undefined) return host;
  throw new WrongUsage(usage.noMeeting({ services }));
};

/** Runs the verb; resolves to the exit code: 0 reached, 10 reached with something to look at, 20 not reached. */
export const runConnection = async (
  service: string | undefined,
  options: { readonly json?: boolean },
  io: Io,
): Promise<number> => {
  const host = await hostFor(service, io);
  const { tryConnectionHere } = await import('../../engine/run/connection-trial.ts');
  const isShown = io.stderr.isTTY === true;
  const trial = await tryConnectionHere({
    host,
    port: io.port ?? localMachine(),
    onWay: (proxy) => {
      const asking =
        proxy === undefined
          ? words.asking({ host: place(host) })
          : words.askingThrough({ host: place(host), proxy: place(`${proxy.host}:${proxy.port}`) });
      warn(io, `${localise(asking)}\n`);
    },
    onAttempt: (done, total) => {
      if (isShown) io.stderr.write(`\r\u001b[K${done < total ? `${done}/${total}` : ''}`);
    },
  });
  const { state, sentences } = judgeTrial(trial);
  const texts = sentences.map(localise);
  if (options.json === true)
    io.stdout.write(
      `${asciiJson({ schema: 'greenroom.connection/1', state, ...trial, ...numbersOf(trial), sentences: texts }, 2)}\n`,
    );
  else say(io, `${texts.join('\n')}\n`);
  return codes[state];
};
