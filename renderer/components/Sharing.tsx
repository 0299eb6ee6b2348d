/** Owns showing a person, to the letter, what their organisation is told of each check. */
import { useState } from 'react';
import type { GreenroomApi, Sharing as Told } from '../../electron/core/ipc/contract.ts';
import { formatList } from '../../electron/core/text/phrases.ts';

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
      <p>Your organisation is told the result of each check. Nothing else about this computer leaves it.</p>
      <details className="told" onToggle={(event) => event.currentTarget.open && ask()}>
        <summary>See exactly what it is told</summary>
        <div aria-live="polite">
          {told === 'unanswered' && <p>Greenroom did not answer. Close this and open it again.</p>}
          {told !== null && told !== 'unanswered' && (
            <>
              <p>Written to {formatList(told.destinations)}.</p>
              {told.line === null ? (
                <p>Nothing yet: no check has been made.</p>
              ) : (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
                <section aria-label="What is told" tabIndex={0}>
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
