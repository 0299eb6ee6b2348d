/** Owns the field that takes an invitation by paste, typing, drop or as a chosen file. */
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { size } from '../../electron/core/invite/accepted-files.ts';
import { MOST_MEBIBYTES } from '../../electron/core/ipc/invitation-messages.ts';
import { type Message, messages } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { type InvitationTaken, takenFiles, takenText, wordsIn } from './input.ts';

const words = says('invitation-field', {
  label: 'Link, mail or calendar entry',
  hint: 'Paste it, type it, or drop a link or a file (.eml, .ics) here. At most {n, number} MB. Nothing is opened, stored or sent.',
  check: 'Check it',
  choose: 'Choose a file',
  file: 'Mail or calendar file',
});

const labels = messages('invitation-field.label', {
  text: 'the text',
  long: 'the text, {size}',
  hidden: 'the text, with the links behind its words',
});

interface Props {
  readonly busy: boolean;
  readonly onTaken: (taken: Promise<InvitationTaken>) => void;
}

/** Longer text is inspected and not shown: nobody reads it in a field, and laying it out takes seconds. */
const LONGEST_SHOWN = 20_000;

export const InvitationField = ({ busy, onTaken }: Props) => {
  const [text, setText] = useState('');
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  /** The source of the words that stand in the field, while they are as they were pasted. */
  const behind = useRef({ plain: '', source: '' });
  const [label, hint] = [useId(), useId()];

  const takeWords = (given: { readonly plain: string; readonly source: string }): void => {
    behind.current = given;
    const { plain, source } = given;
    setText(plain.length > LONGEST_SHOWN ? '' : plain);
    const long: Message = plain.length > LONGEST_SHOWN ? labels.long({ size: size(plain.length) }) : labels.text;
    onTaken(Promise.resolve(takenText(source, source === plain ? long : labels.hidden)));
  };
  const take = useRef((_data: DataTransfer): void => {});
  take.current = (data) => {
    if (data.files.length > 0) {
      setText('');
      onTaken(takenFiles([...data.files]));
      return;
    }
    const found = wordsIn(data);
    if (found.source !== '') takeWords(found);
  };

  // Anywhere on the page: who drags should not have to aim.
  useEffect(() => {
    const onDrag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(event.type === 'dragover');
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      if (event.dataTransfer !== null) take.current(event.dataTransfer);
    };
    document.addEventListener('dragover', onDrag);
    document.addEventListener('dragleave', onDrag);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDrag);
      document.removeEventListener('dragleave', onDrag);
      document.removeEventListener('drop', onDrop);
    };
  }, []);

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const replaces = selectionStart === 0 && selectionEnd === value.length;
    const tooLong = event.clipboardData.getData('text/plain').length > LONGEST_SHOWN;
    // Into the middle of something: the person goes on writing and says when it is to be checked.
    if (event.clipboardData.files.length === 0 && !replaces && !tooLong) return;
    event.preventDefault();
    take.current(event.clipboardData);
  };
  const check = (): void => {
    if (busy || text.trim() === '') return;
    if (text === behind.current.plain) takeWords(behind.current);
    else onTaken(Promise.resolve(takenText(text, labels.text)));
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    check();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    check();
  };

  return (
    <form className={`invitation-field${over ? ' over' : ''}`} onSubmit={onSubmit}>
      <label htmlFor={label}>{words.label}</label>
      <textarea
        id={label}
        aria-describedby={hint}
        rows={3}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
      />
      <p className="note" id={hint}>
        {words.hint({ n: MOST_MEBIBYTES })}
      </p>
      <div className="open">
        <button type="submit" aria-disabled={busy}>
          {words.check}
        </button>
        <button type="button" onClick={() => chooser.current?.click()}>
          {words.choose}
        </button>
        <input
          type="file"
          hidden
          aria-label={words.file}
          ref={chooser}
          accept=".eml,.ics,.ical,.ifb,.vcs,.txt,.htm,.html"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // The same file may be chosen again after it was changed.
            currentTarget.value = '';
            if (files.length === 0) return;
            setText('');
            onTaken(takenFiles(files));
          }}
        />
      </div>
    </form>
  );
};
