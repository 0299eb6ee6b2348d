/** Owns making a support file: shown whole before anything is written. Loaded when it is asked for. */
import { useEffect, useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';

const words = says('support-file', {
  failed: 'The support file couldn’t be made. Close this and try again.',
  collecting: 'Collecting details. This may take a minute.',
  whole: 'This is everything the file will hold. Its first lines say what was taken out and what stays.',
  file: 'The support file',
  save: 'Save this file',
});

const results = says('support-file.result', {
  saved: 'Saved. Read it before you send it.',
  cancelled: 'Not saved.',
  failed: 'It couldn’t be saved there. Try another folder.',
  nothing: 'Nothing was saved: make the file first.',
});

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
  if (failed) return <p role="alert">{words.failed}</p>;
  if (text === null) {
    return (
      <>
        <p role="status">{words.collecting}</p>
        <progress aria-hidden="true" />
      </>
    );
  }
  return (
    <>
      <p>{words.whole}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-label={words.file} tabIndex={0}>
        <pre>{text}</pre>
      </section>
      <button type="button" onClick={save}>
        {words.save}
      </button>
      <p role="status">{result}</p>
    </>
  );
};

export default SupportFile;
