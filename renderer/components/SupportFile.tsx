/** Owns making a support file: shown whole before anything is written. Loaded when it is asked for. */
import { useEffect, useState } from 'react';
import type { GreenroomApi, Saved } from '../../electron/core/ipc/contract.ts';

const results: Readonly<Record<Saved, string>> = {
  saved: 'Saved. Read it before you send it to anybody.',
  cancelled: 'Not saved.',
  failed: 'It could not be written there. Try another folder.',
  nothing: 'Nothing was saved: make the file first.',
};

const SupportFile = ({ api }: { readonly api: GreenroomApi }) => {
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [result, setResult] = useState('');
  useEffect(() => {
    let wanted = true;
    api.supportFile().then(
      (made) => wanted && setText(made),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [api]);
  const save = (): void => {
    api.saveSupportFile().then(
      (saved) => setResult(results[saved]),
      () => setResult(results.failed),
    );
  };
  if (failed) return <p role="alert">The support file could not be made. Close this and try again.</p>;
  if (text === null) return <p role="status">Asking this computer once more, in peace. This may take a minute.</p>;
  return (
    <>
      <p>This is all that the file would hold. Its first lines say what was taken out of it and what stays.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-label="The support file" tabIndex={0}>
        <pre>{text}</pre>
      </section>
      <button type="button" className="action" onClick={save}>
        Save this file
      </button>
      <p role="status">{result}</p>
    </>
  );
};

export default SupportFile;
