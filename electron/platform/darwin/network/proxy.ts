/** Owns which proxy macOS sets, by its own word. Nobody is asked for it. */
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { proxyAddress, type SystemProxy, unlessLeftOut } from '../../proxy/address.ts';

export const SCUTIL = '/usr/sbin/scutil';

const KINDS = ['HTTP', 'HTTPS', 'SOCKS', 'ProxyAutoConfig', 'ProxyAutoDiscovery'] as const;

type Settings = ReadonlyMap<string, string>;

/** The settings for all interfaces; undefined where the answer has another form. What is set for one interface lies deeper. */
const parse = (stdout: string): Settings | undefined =>
  /^<dictionary> \{\n/.test(stdout) && /^\}/m.test(stdout)
    ? new Map([...stdout.matchAll(/^ {2}(\w{1,60}) : (.{1,300})$/gm)].map(([, key = '', value = '']) => [key, value]))
    : undefined;

const isOn = (settings: Settings, kind: (typeof KINDS)[number]): boolean => settings.get(`${kind}Enable`) === '1';

const ask = async (machine: Machine): Promise<string | undefined> => {
  const answer = await optional(machine.run(SCUTIL, ['--proxy'], { timeoutMs: 5_000, maxBytes: 65_536 }));
  return answer?.code === 0 ? answer.stdout : undefined;
};

/** Whether one is set; null where that is not told. */
export const macosProxy = async (machine: Machine): Promise<boolean | null> => {
  const settings = parse((await ask(machine)) ?? '');
  return settings === undefined ? null : KINDS.some((kind) => isOn(settings, kind));
};

/** The one for pages that are secured; undefined where it is not told. */
export const macosProxyFor = async (machine: Machine, host: string): Promise<SystemProxy | undefined> => {
  const stdout = (await ask(machine)) ?? '';
  const settings = parse(stdout);
  if (settings === undefined) return undefined;
  if (isOn(settings, 'ProxyAutoDiscovery') || isOn(settings, 'ProxyAutoConfig')) return { is: 'unfollowed' };
  if (isOn(settings, 'HTTPS')) {
    const address = proxyAddress(`${settings.get('HTTPSProxy') ?? ''}:${settings.get('HTTPSPort') ?? '80'}`);
    const list = /^ {2}ExceptionsList : <array> \{\n((?: {4}.*\n)*)/m.exec(stdout)?.[1] ?? '';
    return unlessLeftOut(
      address,
      host,
      [...list.matchAll(/^ {4}\d+ : (.+)$/gm)].map(([, one = '']) => one),
    );
  }
  return { is: isOn(settings, 'SOCKS') ? 'unfollowed' : 'none' };
};

/** What a recording keeps: which kinds are set, never where. */
export const allowedMacosProxy = (stdout: string): string =>
  stdout.match(new RegExp(`^(?:<dictionary> \\{|\\}| {2}(?:${KINDS.join('|')})Enable : \\d)$`, 'gm'))?.join('\n') ?? '';
