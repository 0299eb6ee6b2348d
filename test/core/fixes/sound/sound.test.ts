/** Muted and turned-down devices by the answers of pactl, wpctl and osascript: what is offered, what is done, what goes back. */
import { describe, expect, test } from 'vitest';
import type { Choice, Fix, Seen, Way } from '../../../../electron/core/fixes/fix.ts';
import { loudspeakerOn } from '../../../../electron/core/fixes/sound/loudspeaker-on.ts';
import { microphoneOn } from '../../../../electron/core/fixes/sound/microphone-on.ts';
import { useMicrophone } from '../../../../electron/core/fixes/sound/use-device.ts';
import { english } from '../../../../electron/core/messages/format.ts';
import { said, seen, typed } from '../seen.ts';

const way = (fix: Fix, platform: 'linux' | 'darwin', id: string): Way => {
  const found = fix.ways[platform]?.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const choices = (one: Way, at: Seen): readonly Choice[] => {
  const found = one.choices(at);
  return Array.isArray(found) ? found : [];
};
const commands = (one: Way, at: Seen, key: string, to: Choice['after']): unknown => one.steps(at, key, to)?.map(typed);

const end = (name: string, description: string, mute: boolean, ...percents: readonly number[]) => ({
  ...{ name, description, mute },
  volume: Object.fromEntries(percents.map((one, index) => [`channel-${index}`, { value_percent: `${one}%` }])),
});
const pulse = (sinks: readonly object[], sources: readonly object[], inUse: object): Seen =>
  seen([said(JSON.stringify({ sinks, sources })), said(JSON.stringify(inUse))]);

describe('pactl', () => {
  const muted = pulse(
    [end('alsa_output.usb', 'Headset', true, 100, 40)],
    [
      { ...end('alsa_output.usb.monitor', 'Monitor of Headset', true, 100), monitor_source: 'alsa_output.usb' },
      // One in another form harms itself only.
      { name: 'odd' },
      end('alsa_input.usb', 'Headset', true, 0),
      end('alsa_input.webcam', 'Webcam', false, 80),
    ],
    { default_sink_name: 'alsa_output.usb', default_source_name: 'alsa_input.usb' },
  );

  test('unmutes the loudspeaker in use by its name, and leaves the balance of left and right alone', () => {
    const pactl = way(loudspeakerOn, 'linux', 'pactl');
    const [choice] = choices(pactl, muted);
    expect(choice).toMatchObject({
      key: 'alsa_output.usb',
      before: { muted: true, percent: 100 },
      after: { muted: false, percent: 100 },
    });
    expect(choice && english(choice.says)).toBe('Unmutes “Headset”.');
    expect(choice && commands(pactl, muted, choice.key, choice.after)).toEqual(['set-sink-mute alsa_output.usb 0']);
  });

  test('a microphone that is muted and turned down is turned up first, and the words say who hears it', () => {
    const pactl = way(microphoneOn, 'linux', 'pactl');
    const [choice] = choices(pactl, muted);
    expect(choice && english(choice.says)).toBe(
      'Unmutes “Headset” and turns it up to 80%. Every program that records hears it from then on.',
    );
    expect(choice && commands(pactl, muted, choice.key, choice.after)).toEqual([
      'set-source-volume alsa_input.usb 80%',
      'set-source-mute alsa_input.usb 0',
    ]);
  });

  test('the way back acts on the device of the note, whatever is in use by then', () => {
    const pactl = way(microphoneOn, 'linux', 'pactl');
    const later = pulse([], [end('alsa_input.usb', 'Headset', false, 80), end('b', 'Other', false, 50)], {
      default_source_name: 'b',
    });
    expect(pactl.value(later, 'alsa_input.usb')).toEqual({ muted: false, percent: 80 });
    expect(commands(pactl, later, 'alsa_input.usb', { muted: true, percent: 0 })).toEqual([
      'set-source-volume alsa_input.usb 0%',
      'set-source-mute alsa_input.usb 1',
    ]);
    expect(pactl.value(later, 'alsa_input.unplugged')).toBeUndefined();
    expect(pactl.steps(later, 'alsa_input.unplugged', { muted: true, percent: 0 })).toBeUndefined();
  });

  test('another microphone is one of those that are connected; what only hears a loudspeaker is none', () => {
    const found = choices(way(useMicrophone, 'linux', 'pactl'), muted);
    expect(found.map(({ key }) => key)).toEqual(['alsa_input.webcam']);
    expect(found[0] && english(found[0].says)).toContain('Now it’s “Headset”');
  });

  test('a device whose name would be an option is left out', () => {
    const odd = pulse([end('--server=evil', 'Odd', true, 50)], [], { default_sink_name: '--server=evil' });
    expect(way(loudspeakerOn, 'linux', 'pactl').choices(odd)).toEqual([]);
  });

  test('all is well: nothing is offered; no server: this way is not to be had', () => {
    const well = pulse([end('a', 'A', false, 30)], [], { default_sink_name: 'a' });
    expect(way(loudspeakerOn, 'linux', 'pactl').choices(well)).toEqual([]);
    for (const answers of [[], [said('', 1), said('', 1)], [said('not JSON'), said('{}')]])
      expect(way(loudspeakerOn, 'linux', 'pactl').choices(seen(answers))).toBeUndefined();
  });
});

describe('wpctl', () => {
  const dump = (id: number, mute: boolean, volume: number): Seen =>
    seen([
      said(
        JSON.stringify([
          {
            id,
            info: {
              props: { 'media.class': 'Audio/Source', 'node.name': 'Mic', 'node.description': 'Headset' },
              params: { Props: [{ mute, channelVolumes: [volume] }] },
            },
          },
          { id: 3, metadata: [{ key: 'default.audio.source', value: { name: 'Mic' } }] },
        ]),
      ),
    ]);

  test('acts by the number of now, and notes the name that stays', () => {
    const wpctl = way(microphoneOn, 'linux', 'wpctl');
    const [choice] = choices(wpctl, dump(44, true, 0));
    expect(choice?.key).toBe('Mic');
    expect(choice && commands(wpctl, dump(44, true, 0), 'Mic', choice.after)).toEqual([
      'set-volume 44 0.80',
      'set-mute 44 0',
    ]);
    // Plugged in again it has another number.
    const again = dump(71, false, 0.512);
    expect(wpctl.value(again, 'Mic')).toEqual(choice?.after);
    expect(choice && commands(wpctl, again, 'Mic', choice.before)).toEqual(['set-volume 71 0.00', 'set-mute 71 1']);
  });

  test('another microphone: where nothing was chosen before, the choice is taken back, and no other made', () => {
    const wpctl = way(useMicrophone, 'linux', 'wpctl');
    const node = (id: number, name: string) => ({
      id,
      info: {
        props: { 'media.class': 'Audio/Source', 'node.name': name, 'node.description': name },
        params: { Props: [{ mute: false, channelVolumes: [1] }] },
      },
    });
    const at = (inUse: string, chosen?: string): Seen => {
      const metadata = [
        { key: 'default.audio.source', value: { name: inUse } },
        ...(chosen === undefined ? [] : [{ key: 'default.configured.audio.source', value: { name: chosen } }]),
      ];
      return seen([said(JSON.stringify([node(44, 'Mic'), node(45, 'Webcam'), { id: 3, metadata }]))]);
    };
    const [choice] = choices(wpctl, at('Mic'));
    expect(choice).toMatchObject({ key: 'Webcam', before: { node: 'Mic', chosen: null }, after: { chosen: 'Webcam' } });
    expect(choice && commands(wpctl, at('Mic'), 'Webcam', choice.after)).toEqual(['set-default 45']);
    expect(choice && commands(wpctl, at('Webcam', 'Webcam'), 'Webcam', choice.before)).toEqual([
      'set-default 44',
      'clear-default 1',
    ]);
    expect(wpctl.value(at('Mic'), 'Webcam')).toEqual(choice?.before);
    // Asked for, and another one is used all the same: that is not what was wanted.
    expect(wpctl.value(at('Mic', 'Webcam'), 'Webcam')).not.toEqual(choice?.after);
    const [chosen] = choices(wpctl, at('Mic', 'Mic'));
    expect(chosen && commands(wpctl, at('Webcam', 'Webcam'), 'Webcam', chosen.before)).toEqual(['set-default 44']);
  });
});

describe('osascript', () => {
  const volume = (text: string): Seen => seen([said(text)]);

  test('macOS: unmutes, and turns up what was turned down', () => {
    const mac = way(loudspeakerOn, 'darwin', 'osascript');
    const silent = volume('output volume:0, input volume:75, alert volume:100, output muted:true\n');
    const [choice] = choices(mac, silent);
    expect(choice && commands(mac, silent, '', choice.after)).toEqual([
      '-e set volume output volume 30',
      '-e set volume without output muted',
    ]);
    expect(way(microphoneOn, 'darwin', 'osascript').choices(silent)).toEqual([]);
  });

  test('macOS: a level is all that a microphone has', () => {
    const mac = way(microphoneOn, 'darwin', 'osascript');
    const silent = volume('output volume:44, input volume:0, alert volume:100, output muted:true\n');
    const [choice] = choices(mac, silent);
    expect(choice && commands(mac, silent, '', choice.after)).toEqual(['-e set volume input volume 80']);
    expect(
      mac.choices(volume('output volume:44, input volume:missing value, alert volume:100, output muted:false')),
    ).toBeUndefined();
  });
});
