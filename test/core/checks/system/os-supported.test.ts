/** Which systems count as supported on 22 November 2026. Dates are the makers' own, by hand. */
import { describe, expect, test } from 'vitest';
import { osSupported } from '../../../../electron/core/checks/system/os-supported.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { OperatingSystem, Platform } from '../../../../electron/core/facts/index.ts';
import { judged } from '../judged.ts';

const system = (id: string, version: string, more: Partial<OperatingSystem> = {}): OperatingSystem => ({
  name: `${id} ${version}`,
  id,
  like: [],
  version,
  rolling: false,
  ...more,
});

const stateOf = (os: OperatingSystem, platform: Platform = 'linux', now?: string) => {
  const findings = judged(
    osSupported,
    { operatingSystem: known(os, 'test') },
    { platform, ...(now === undefined ? {} : { now }) },
  );
  expect(findings).toHaveLength(1);
  return findings[0]?.state;
};

const windows = (build: string, edition: string, more: Partial<OperatingSystem> = {}) =>
  system('windows', `10.0.${build}.1000`, { edition, ...more });

describe('Windows is judged by build and edition', () => {
  test.each([
    ['11 24H2 Home ended in October', windows('26100', 'Core'), 'fail'],
    ['11 24H2 Pro ended in October', windows('26100', 'Professional'), 'fail'],
    ['11 24H2 Enterprise goes on until 2027', windows('26100', 'Enterprise'), 'pass'],
    ['11 24H2 LTSC goes on until 2029', windows('26100', 'EnterpriseS'), 'pass'],
    ['11 25H2 Home', windows('26200', 'Core'), 'pass'],
    ['11 23H2 Enterprise ended this month', windows('22631', 'Enterprise'), 'fail'],
    ['10 22H2, enrolment not visible', windows('19045', 'Core'), 'unknown'],
    ['10 22H2, enrolled in extended updates', windows('19045', 'Core', { extendedUpdates: true }), 'pass'],
    ['10 22H2, not enrolled', windows('19045', 'Core', { extendedUpdates: false }), 'fail'],
    ['10 21H2 LTSC ends in January: two months ahead', windows('19044', 'EnterpriseS'), 'caution'],
    ['a build newer than all known', windows('31000', 'Core'), 'pass'],
    ['26H2, whose dates are not confirmed', windows('26300', 'Core'), 'unknown'],
    ['an edition the list does not have', windows('26200', 'Mystery'), 'unknown'],
  ])('%s', (_name, os, state) => expect(stateOf(os, 'win32')).toBe(state));
});

describe('macOS', () => {
  test.each([
    ['27.1', 'pass'],
    ['26.1', 'pass'],
    ['15.7.2', 'pass'],
    ['14.8', 'unknown'],
    ['13.7.8', 'fail'],
    ['28.0', 'pass'],
  ])('%s is %s', (version, state) => expect(stateOf(system('macos', version), 'darwin')).toBe(state));

  test('a list that is years old no longer says that a release is supported', () => {
    expect(stateOf(system('macos', '26.1'), 'darwin', '2029-01-01T00:00:00.000Z')).toBe('unknown');
  });
});

describe('Linux', () => {
  test.each([
    ['Debian 12 is under long-term support', system('debian', '12'), 'pass'],
    ['Debian 11’s long-term support has ended', system('debian', '11'), 'fail'],
    ['Ubuntu 24.04', system('ubuntu', '24.04'), 'pass'],
    ['Ubuntu 20.04, Ubuntu Pro not visible', system('ubuntu', '20.04'), 'unknown'],
    ['Ubuntu 25.10 has ended', system('ubuntu', '25.10'), 'fail'],
    ['Fedora 43 ends in 17 days', system('fedora', '43'), 'caution'],
    ['Fedora that states its own end', system('fedora', '47', { supportEnds: '2027-12-01' }), 'pass'],
    ['Arch has no end', system('arch', '', { rolling: true }), 'pass'],
    ['RHEL 9.4 counts as 9', system('rhel', '9.4'), 'pass'],
    ['a distribution nobody knows', system('hobby', '3'), 'unknown'],
    ['a hostile version', system('debian', '12'.repeat(50_000)), 'pass'],
  ])('%s', (_name, os, state) => expect(stateOf(os)).toBe(state));
});

test('a system that could not be read is unknown, with the reason', () => {
  const [finding] = judged(osSupported, { operatingSystem: unknown('denied', 'The file may not be read.') });
  expect(finding).toMatchObject({ state: 'unknown', evidence: { found: 'The file may not be read.' } });
});

test('the last day of support is still supported', () => {
  expect(stateOf(system('fedora', '43'), 'linux', '2026-12-09T23:00:00.000Z')).toBe('caution');
  expect(stateOf(system('fedora', '43'), 'linux', '2026-12-10T00:30:00.000Z')).toBe('fail');
});
