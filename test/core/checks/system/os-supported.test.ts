/** Which systems count as supported on 22 November 2026. Dates are the makers' own, by hand. */
import { describe, expect, test } from 'vitest';
import { osSupported } from '../../../../electron/core/checks/system/os-supported.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { OperatingSystem, Platform } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
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
    ['26H2, whose end is not settled and cannot come before 2028', windows('26300', 'Core'), 'pass'],
    ['an edition the list does not have, where every edition is supported', windows('26200', 'Mystery'), 'pass'],
    ['one where some have ended and others not', windows('26100', 'CloudEdition'), 'unknown'],
    ['one where all have ended', windows('22000', 'Mystery'), 'fail'],
    ['an edition that was not read', system('windows', '10.0.26200.1'), 'pass'],
    ['a copy of Enterprise on trial', windows('26100', 'EnterpriseEval'), 'pass'],
    ['a copy of LTSC on trial', windows('19044', 'EnterpriseSEval'), 'caution'],
    ['10 20H2 Home ended in May 2022', windows('19042', 'Core'), 'fail'],
    ['10 21H2 Pro ended in June 2023', windows('19044', 'Professional'), 'fail'],
    ['10 1909 Education ended in May 2022', windows('18363', 'Education'), 'fail'],
    ['10 1809 Home ended in November 2020', windows('17763', 'CoreSingleLanguage'), 'fail'],
    ['10 1809 LTSC goes on until 2029', windows('17763', 'EnterpriseS'), 'pass'],
    ['10 1607 LTSB ended in October', windows('14393', 'EnterpriseS'), 'fail'],
    ['a build between two releases', windows('27500', 'Core'), 'unknown'],
    ['a preview of 2022, older than a release that has ended', windows('22533', 'Professional'), 'fail'],
    ['a preview of 24H2, which goes on for some', windows('26052', 'Professional'), 'unknown'],
    ['8.1, older than all that are listed', windows('9600', 'Core'), 'fail'],
  ])('%s', (_name, os, state) => expect(stateOf(os, 'win32')).toBe(state));

  test('extended updates of Windows 10 Home end in October 2027, of Enterprise in October 2028', () => {
    const on = (edition: string, day: string) =>
      stateOf(windows('19045', edition, { extendedUpdates: true }), 'win32', `${day}T12:00:00.000Z`);
    expect([on('Core', '2027-10-12'), on('Core', '2027-10-13')]).toEqual(['caution', 'fail']);
    expect([on('Enterprise', '2027-10-13'), on('Enterprise', '2028-10-11')]).toEqual(['pass', 'fail']);
  });

  test.each([
    ['2025', '26100', 'ServerStandard', 'pass'],
    ['2022, a copy on trial', '20348', 'ServerStandardEval', 'pass'],
    ['2019', '17763', 'ServerDatacenter', 'pass'],
    ['2016 ends in January: two months ahead', '14393', 'ServerStandard', 'caution'],
    ['2012 R2', '9600', 'ServerStandard', 'fail'],
    ['2008 R2', '7601', 'ServerStandard', 'fail'],
    ['1809 of the channel that came twice a year', '17763', 'ServerDatacenterACor', 'fail'],
    ['one that is newer than all', '29500', 'ServerStandard', 'pass'],
  ])('Server %s', (_name, build, edition, state) => {
    expect(stateOf(system('windows-server', `10.0.${build}.1`, { edition }), 'win32')).toBe(state);
  });
});

describe('macOS', () => {
  test.each([
    ['27.1', 'pass'],
    ['26.1', 'pass'],
    ['15.7.2', 'pass'],
    ['14.8.9', 'fail'],
    ['10.15.7', 'fail'],
    ['10.13.6', 'fail'],
    ['10.9.5', 'fail'],
    ['13.7.8', 'fail'],
    ['28.0', 'pass'],
  ])('%s is %s', (version, state) => expect(stateOf(system('macos', version), 'darwin')).toBe(state));

  test('a list that is years old no longer says that a release is supported', () => {
    const in2029 = '2029-01-01T00:00:00.000Z';
    expect(stateOf(system('macos', '26.1'), 'darwin', in2029)).toBe('unknown');
    expect(stateOf(system('macos', '29.1'), 'darwin', in2029)).toBe('unknown');
    expect(stateOf(system('fedora', '50'), 'linux', in2029)).toBe('unknown');
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
    ['a hostile version', system('debian', '12'.repeat(50_000)), 'unknown'],
  ])('%s', (_name, os, state) => expect(stateOf(os)).toBe(state));
});

test('a system that could not be read is unknown, with the reason', () => {
  const [finding] = judged(osSupported, { operatingSystem: unknown('denied', asMessage('The file may not be read.')) });
  expect(finding).toMatchObject({ state: 'unknown', evidence: { found: 'The file may not be read.' } });
});

test('the last day of support is still supported', () => {
  expect(stateOf(system('fedora', '43'), 'linux', '2026-12-09T23:00:00.000Z')).toBe('caution');
  expect(stateOf(system('fedora', '43'), 'linux', '2026-12-10T00:30:00.000Z')).toBe('fail');
});
