/** Owns whether a Linux computer sets its clock by itself, and when it last did. */
import { FactUnavailable, known, NOT_RECORDED } from '../../core/facts/fact.ts';
import type { Clock } from '../../core/facts/index.ts';
import { reader } from '../reader.ts';
import { readUnits, type Unit } from './units.ts';

const SERVICES = [
  'systemd-timesyncd.service',
  'chrony.service',
  'chronyd.service',
  'ntp.service',
  'ntpd.service',
  'ntpsec.service',
  'openntpd.service',
] as const satisfies readonly Unit[];

/** Touched by systemd-timesyncd each time a server answered. */
const SYNCHRONISED = '/run/systemd/timesync/synchronized';

export const clock = reader<Clock>(5_000, async (machine) => {
  const [stateOf, stamp] = await Promise.all([readUnits(machine), machine.stat(SYNCHRONISED)]);
  const isActive = (unit: Unit): boolean => {
    try {
      return stateOf(unit).active;
    } catch (error) {
      // Earlier recordings did not ask for these.
      if (error instanceof FactUnavailable) throw new FactUnavailable('not-recorded', NOT_RECORDED);
      throw error;
    }
  };
  const isSetByItself = SERVICES.map(isActive).includes(true);
  const setAt = stamp === undefined || stamp.modifiedMs <= 0 ? null : new Date(stamp.modifiedMs).toISOString();
  return known({ isSetByItself, setAt: isSetByItself ? setAt : null }, `systemctl show, ${SYNCHRONISED}`);
});
