/** Owns what a trial of the connection is told as: reached or not, how evenly, by which limits. */
import { type Message, messages } from '../messages/messages.ts';
import { place } from '../messages/value.ts';
import { type Failure, numbersOf, REPEATED_MS, type Trial, usualFailure } from './trial.ts';

export const words = messages('connection-trial', {
  asking: 'Asking {host}, port 443: ten connections, at most ten seconds.',
  askingThrough: 'Asking {host}, port 443, through the proxy {proxy}: ten connections, at most ten seconds.',
  answered: '{host} answered in {median, number} ms ({reached, number} of {tried, number}).',
  answeredOnce: '{host} answered ({reached, number} of {tried, number}); too few times for a time.',
  failedSome:
    '{failed, plural, one {# of {tried, number} attempts failed} other {# of {tried, number} attempts failed}}.',
  slow: '{slow, plural, one {# attempt} other {# attempts}} took {limit, number} ms longer than usual, as when packets get lost on the way.',
  uneven: 'The slowest tenth took {spread, number} ms longer: speech may come in pieces.',
  even: 'The slowest tenth took {spread, number} ms longer.',
  noticeable: 'That delay is noticeable: people may start to talk over each other.',
  long: 'That delay is long: wait a moment before you answer.',
  router: 'Your own router answered in {median, number} ms.',
  nearRouter: 'Most of that is lost between here and your router: move closer to it, or plug in a cable.',
  throughProxy: 'The time is that of the way through the proxy {proxy}.',
  limits:
    'Limits: a delay above 150 ms is noticeable, above 300 ms long (ITU-T G.114, whose 150 ms are one way; Microsoft Teams asks for less than 100 ms); above 50 ms between median and slowest tenth is uneven (Greenroom’s own).',
  notAll:
    'Connections are open. How a call sounds also depends on UDP, which wasn’t tried, and on what else uses the line.',
  'no-name': 'The name {host} could not be looked up: there is no name server, or it does not answer.',
  refused: '{host} was reached, and refused the connection on port 443: something on the way turns it away.',
  unreachable: 'No way leads to {host} from here: you may be offline, or a firewall turns it away.',
  silent:
    'Nothing came back from {host} on port 443 within {seconds, number} seconds: a firewall may block it, or the line is down.',
  hanging:
    '{host} took the connection and then said nothing for {seconds, number} seconds: something on the way holds it up.',
  'cut-off': 'The connection to {host} was cut off before it was secured.',
  'no-tls': 'What answers for {host} does not speak a secured protocol: a sign-in page may stand in for it.',
  'false-certificate':
    'What answers for {host} shows the certificate of another: a sign-in page or somebody else stands in for it. Sign in to this network, or use another.',
  'unknown-issuer':
    'What answers for {host} shows a certificate that Greenroom does not know: your organisation may look into the traffic, which keeps nobody out, or a sign-in page stands in for it.',
  'wrong-date': 'The certificate of {host} is not valid today: check the date and time of this computer.',
  proxy: 'The proxy {proxy} did not let the connection to {host} through.',
  'proxy-login':
    'The proxy {proxy} asks who you are. Browsers sign in to it by themselves, and Greenroom doesn’t: the meeting may open all the same.',
  besideProxy:
    'This computer is set to use a proxy, and Greenroom tried without it: the meeting may open all the same.',
});

/** As far as a person can act on it. */
export type TrialState = 'pass' | 'caution' | 'fail';

export interface JudgedTrial {
  readonly state: TrialState;
  readonly sentences: readonly Message[];
}

export const ATTEMPT_SECONDS = 3;
const NOTICEABLE_MS = 150;
const LONG_MS = 300;
const UNEVEN_MS = 50;

const failureWords = (failure: Failure, host: string, proxy: string | null): Message => {
  const at = { host: place(host) };
  if (failure === 'proxy' || failure === 'proxy-login') return words[failure]({ ...at, proxy: place(proxy ?? '') });
  if (failure === 'silent' || failure === 'hanging') return words[failure]({ ...at, seconds: ATTEMPT_SECONDS });
  return words[failure](at);
};

/**
 * A red only where nothing got through; what got through in part, late or unevenly is a caution. So is a certificate that
 * nobody known has signed: an organisation's own is known to its computers, and not to every program on them. And where the
 * system sets a proxy that was not taken, or that asks for a name, browsers may get through.
 */
export const judgeTrial = (trial: Trial): JudgedTrial => {
  const { host, proxy, routerMs, besideProxy = false } = trial;
  const { tried, failed, medianMs, spreadMs, slow } = numbersOf(trial);
  const failure = usualFailure(trial);
  const cause = failure === null ? [] : [failureWords(failure, host, proxy)];
  const router = routerMs === null ? [] : [words.router({ median: Math.round(routerMs) })];
  if (failed === tried) {
    const isOpen = besideProxy || failure === 'unknown-issuer' || failure === 'proxy-login';
    const doubt = besideProxy ? [words.besideProxy] : [];
    return { state: isOpen ? 'caution' : 'fail', sentences: [...cause, ...doubt, ...router] };
  }
  const reached = tried - failed;
  const times =
    medianMs === null || spreadMs === null
      ? [words.answeredOnce({ host: place(host), reached, tried })]
      : [
          words.answered({ host: place(host), median: Math.round(medianMs), reached, tried }),
          spreadMs > UNEVEN_MS
            ? words.uneven({ spread: Math.round(spreadMs) })
            : words.even({ spread: Math.round(spreadMs) }),
          ...(medianMs > LONG_MS ? [words.long] : medianMs > NOTICEABLE_MS ? [words.noticeable] : []),
        ];
  const isLate = medianMs !== null && medianMs > NOTICEABLE_MS;
  const isUneven = spreadMs !== null && spreadMs > UNEVEN_MS;
  const isNear = isLate && routerMs !== null && medianMs !== null && routerMs > medianMs / 2;
  const told = [
    ...times,
    ...(failed > 0 ? [words.failedSome({ failed, tried }), ...cause] : []),
    ...(slow > 0 ? [words.slow({ slow, limit: REPEATED_MS })] : []),
    ...router,
    ...(isNear ? [words.nearRouter] : []),
    ...(proxy === null ? [] : [words.throughProxy({ proxy: place(proxy) })]),
    words.notAll,
    words.limits,
  ];
  return { state: failed > 0 || slow > 0 || isLate || isUneven ? 'caution' : 'pass', sentences: told };
};
