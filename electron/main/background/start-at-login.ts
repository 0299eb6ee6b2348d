/** Owns bringing the setting "start when I log in" and the system together. What the system says is what is shown. */

import type { LoginState } from '../../core/ipc/login-item.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { startSettings } from '../../core/settings/start.ts';
import type { Session } from '../../engine/session/session.ts';
import type { Host } from '../../platform/machine/machine.ts';
import { type LoginItem, loginItem } from './login-item.ts';

const words = says('start-at-login', {
  failed: 'It couldn’t be read or set: {error}',
});

export interface StartAtLogin {
  /** Reads how it stands; what the organisation wants is set first. */
  begin(): Promise<void>;
  read(): Promise<LoginState>;
  /** The person's choice: kept as their setting, and set in the system. */
  choose(on: boolean): void;
}

type Settings = Pick<Session, 'snapshot' | 'subscribe' | 'changeSetting'>;

export const startAtLogin = (
  host: Host,
  session: Settings,
  tell: (state: LoginState) => void,
  item: LoginItem = loginItem(host.platform, { host, program: process.execPath }),
): StartAtLogin => {
  const setting = () => session.snapshot().settings[startSettings.id]?.atLogin;
  const failed = (error: unknown): LoginState => ({
    state: 'off',
    sentence: words.failed({ error: asMessage(error instanceof Error ? error.message : String(error)) }),
  });
  const told = async (work: Promise<LoginState>): Promise<LoginState> => {
    const state = await work.catch(failed);
    tell(state);
    return state;
  };
  return {
    begin: async () => {
      const state = await told(item.read());
      const wanted = setting();
      const on = wanted?.value === true;
      // Enforced: always. Recommended: where nothing is set up yet, so that what a person switched off stays off.
      if (wanted?.layer === 'enforced' && on !== (state.state === 'on')) await told(item.set(on));
      if (wanted?.layer === 'recommended' && on && state.state === 'off') await told(item.set(true));
      let before = setting()?.value;
      session.subscribe(() => {
        const value = setting()?.value;
        if (value === before) return;
        before = value;
        void told(item.set(value === true));
      });
    },
    read: () => told(item.read()),
    choose: (on) => {
      void session.changeSetting(startSettings.id, 'atLogin', on).then((change) => {
        // Also when the setting says so already and the system does not.
        if (change === 'changed') return told(item.set(on));
        return told(item.read());
      });
    },
  };
};
