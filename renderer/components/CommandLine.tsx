/** Owns a command that a person may copy; Greenroom never runs it. */
import { useRef, useState } from 'react';
import { says } from '../../electron/core/messages/says.ts';
import { term } from '../../electron/core/messages/value.ts';

const words = says('command', {
  copy: 'Copy',
  copyNamed: 'Copy the command {command}',
  copied: 'Copied',
  notCopied: 'Not copied. The command is selected: copy it with the keyboard.',
});

export const CommandLine = ({ command }: { readonly command: string }) => {
  const text = useRef<HTMLElement>(null);
  const [result, setResult] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(command).then(
      () => setResult(words.copied),
      () => {
        // The text is selected, so that the keyboard can still copy it.
        if (text.current !== null) getSelection()?.selectAllChildren(text.current);
        setResult(words.notCopied);
      },
    );
  };
  return (
    <div className="command">
      <code ref={text}>{command}</code>
      <button type="button" aria-label={words.copyNamed({ command: term(command) })} onClick={copy}>
        {words.copy}
      </button>
      <span className="note" role="status">
        {result}
      </span>
    </div>
  );
};
