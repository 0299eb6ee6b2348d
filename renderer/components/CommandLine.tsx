/** Owns a command that a person may copy; Greenroom never runs it. */
import { useRef, useState } from 'react';

export const CommandLine = ({ command }: { readonly command: string }) => {
  const text = useRef<HTMLElement>(null);
  const [result, setResult] = useState('');
  const copy = (): void => {
    navigator.clipboard.writeText(command).then(
      () => setResult('Copied'),
      () => {
        // The text is selected, so that the keyboard can still copy it.
        if (text.current !== null) getSelection()?.selectAllChildren(text.current);
        setResult('Not copied. The command is selected: copy it with the keyboard.');
      },
    );
  };
  return (
    <div className="command">
      <code ref={text}>{command}</code>
      <button type="button" className="action" onClick={copy}>
        Copy<span className="hidden-words"> the command {command}</span>
      </button>
      <span className="note" role="status">
        {result}
      </span>
    </div>
  );
};
