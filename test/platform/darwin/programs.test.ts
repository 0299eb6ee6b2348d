import { describe, expect, it } from 'vitest';
import { programsOf, recordingOf } from './recorded.ts';

describe('programs that a full check starts', () => {
  it('are fourteen where no drive is attached: three for backup and drives, nine for protection and devices, two for signatures; and systeminformation’s own process', async () => {
    expect(await programsOf(recordingOf('macos-26'))).toEqual([
      '/bin/ps -axww -o pid= -o pcpu= -o comm=',
      expect.stringMatching(/^\/usr\/bin\/codesign --verify /),
      expect.stringMatching(/^\/usr\/bin\/codesign -dv --verbose=4 \/Applications\//),
      '/usr/bin/defaults export /Library/Preferences/com.apple.TimeMachine -',
      '/usr/bin/fdesetup status',
      '/usr/bin/pmset -g assertions',
      '/usr/bin/tmutil destinationinfo -X',
      '/usr/sbin/diskutil list -plist external physical',
      '/usr/sbin/netstat -an -p tcp',
      '/usr/sbin/scutil --nwi',
      '/usr/sbin/scutil --proxy',
      '/usr/sbin/sysadminctl -screenLock status',
      '/usr/sbin/sysctl hw.logicalcpu kern.memorystatus_level',
      '/usr/sbin/system_profiler -json -timeout 8 SPFirewallDataType SPAirPortDataType SPPowerDataType SPAudioDataType SPCameraDataType SPBluetoothDataType',
      'systeminformation',
    ]);
  });

  it('are one more for a drive with APFS and one more for each volume', async () => {
    expect(await programsOf(recordingOf('macos-15'))).toHaveLength(16);
    // Its Time Machine drive is attached as well, so that a backup may be running.
    expect(await programsOf(recordingOf('macos-14'))).toHaveLength(18);
  });

  it('are one less where Time Machine is not set up', async () => {
    expect(await programsOf(recordingOf('macos-13'))).not.toContain(
      '/usr/bin/defaults export /Library/Preferences/com.apple.TimeMachine -',
    );
  });

  it('are one more on a Wi-Fi without protection, to look for a VPN', async () => {
    expect(await programsOf(recordingOf('macos-26-exposed'))).toContain('/sbin/route -n get 192.0.2.1');
  });
});
