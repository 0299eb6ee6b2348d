/** Owns whether the computer runs on its battery now. */
import { powerMonitor } from 'electron';
import { readBattery } from '../../platform/linux/power/power.ts';
import { bind, type MachinePort } from '../../platform/machine/machine.ts';

export interface PowerSource {
  /** As it was last read. */
  onBattery(): boolean;
  /** Reads it again; starts no program. */
  refresh(): Promise<void>;
}

/** Electron knows it on macOS and Windows. On Linux the kernel's own files tell; where they do not, it is taken for mains. */
export const powerSource = (port: MachinePort): PowerSource => {
  let battery = false;
  return {
    onBattery: () => (port.host.platform === 'linux' ? battery : powerMonitor.isOnBatteryPower()),
    refresh: async () => {
      if (port.host.platform !== 'linux') return;
      const machine = bind(port, AbortSignal.timeout(5_000));
      battery = await readBattery(machine).then(
        (found) => found !== null && !found.onMains,
        () => false,
      );
    },
  };
};
