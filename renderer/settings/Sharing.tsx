/** Owns showing a person, to the letter, what their organisation is told of each check. */
import { useState } from 'react';
import type { GreenroomApi, Sharing as Told } from '../../electron/core/ipc/contract.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { list } from '../../electron/core/messages/value.ts';

const words = says('sharing', {
  told: 'Your organisation is told the result of each check. Nothing else about this computer leaves it.',
  see: 'See exactly what it is told',
  unanswered: 'Greenroom didn’t answer. Close this and open it again.',
  written: 'Written to {places}.',
  nothing: 'Nothing yet: no check has been made.',
  line: 'What is told',
});

/** Lines and indents, so that a person can read what a machine reads. */
const readable = (line: string): string => JSON.stringify(JSON.parse(line), null, 2);

export const Sharing = ({ api }: { readonly api: GreenroomApi | undefined }) => {
  const [told, setTold] = useState<Told | 'unanswered' | null>(null);
  const ask = (): void => {
    const silent = (): void => setTold('unanswered');
    if (api === undefined) silent();
    else api.sharing().then(setTold, silent);
  };
  return (
    <>
      <p>{words.told}</p>
      <details className="told" onToggle={(event) => event.currentTarget.open && ask()}>
        <summary>{words.see}</summary>
        <div aria-live="polite">
          {told === 'unanswered' && <p>{words.unanswered}</p>}
          {told !== null && told !== 'unanswered' && (
            <>
              <p>{words.written({ places: list(told.destinations.map(asMessage)) })}</p>
              {told.line === null ? (
                <p>{words.nothing}</p>
              ) : (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
                <section aria-label={words.line} tabIndex={0}>
                  <pre>{readable(told.line)}</pre>
                </section>
              )}
            </>
          )}
        </div>
      </details>
    </>
  );
};
