/** Owns the pages of the window and the way to them. */
import type { ReactNode, Ref } from 'react';
import { says } from '../../electron/core/messages/says.ts';

export const places = ['overview', 'invitation', 'history', 'settings'] as const;
export type Place = (typeof places)[number];

const words = says('places', {
  pages: 'Pages',
  overview: 'Overview',
  invitation: 'Check an invitation',
  history: 'History',
  settings: 'Settings',
});

const drawings: Readonly<Record<Place, ReactNode>> = {
  overview: <path d="m4 11 8-7 8 7v9h-5.5v-6h-5v6H4Z" />,
  invitation: (
    <>
      <rect x="3" y="5.5" width="18" height="13" rx="2" />
      <path d="m3.5 7 8.5 6 8.5-6" />
    </>
  ),
  history: (
    <>
      <rect x="3.5" y="5" width="17" height="15" rx="2" />
      <path d="M3.5 10h17M8 3v4M16 3v4" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
      <circle cx="16" cy="7" r="2.5" />
      <circle cx="8" cy="17" r="2.5" />
    </>
  ),
};

interface Props {
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  /** The way to the page that is shown. */
  readonly current: Ref<HTMLButtonElement>;
}

export const Places = ({ place, onGo, current }: Props) => (
  <nav className="places" aria-label={words.pages}>
    {places.map((one) => (
      <button
        key={one}
        type="button"
        ref={one === place ? current : undefined}
        aria-current={one === place ? 'page' : undefined}
        onClick={() => onGo(one)}
      >
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          {drawings[one]}
        </svg>
        {words[one]}
      </button>
    ))}
  </nav>
);
