/** Owns the promise that a new snapshot moves nothing under the person's eyes: focus and position are held across it. */
import { Component, createRef, type ReactNode } from 'react';

interface Props {
  /** A new value means: the content was changed from outside, so hold what is in view. */
  readonly version: unknown;
  readonly children: ReactNode;
}

interface Held {
  readonly element: Element;
  readonly row: string | undefined;
  readonly top: number;
  readonly hadFocus: boolean;
}

const ROW = '[data-row]';

/** A class, because only `getSnapshotBeforeUpdate` sees the positions before React changes them. */
export class KeepInPlace extends Component<Props> {
  readonly #box = createRef<HTMLDivElement>();

  #rows(): readonly HTMLElement[] {
    return [...(this.#box.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  }

  override getSnapshotBeforeUpdate(before: Props): Held | null {
    if (before.version === this.props.version) return null;
    const focused = this.#box.current?.contains(document.activeElement) ? document.activeElement : null;
    const inView =
      scrollY > 0
        ? this.#rows().find((row) => row.checkVisibility() && row.getBoundingClientRect().bottom > 0)
        : undefined;
    const element = focused ?? inView;
    if (element === undefined) return null;
    return {
      element,
      row: element.closest<HTMLElement>(ROW)?.dataset.row,
      top: element.getBoundingClientRect().top,
      hadFocus: focused !== null,
    };
  }

  override componentDidUpdate(_props: Props, _state: unknown, held: Held | null): void {
    if (held === null) return;
    const row = this.#rows().find((one) => one.dataset.row === held.row);
    const isThere = (one: Element | null | undefined): boolean => one?.isConnected === true && one.checkVisibility();
    // What had the focus is gone (a remedy that is no longer needed) or folded away: its row, or the fold's own line, is
    // the nearest thing that is left.
    const left = isThere(row)
      ? row?.querySelector<HTMLElement>('button')
      : row?.closest('details')?.querySelector('summary');
    if (held.hadFocus && !isThere(held.element)) (left ?? this.#box.current)?.focus({ preventScroll: true });
    const now = isThere(held.element) ? held.element : isThere(row) ? row : left;
    if (!now) return;
    const moved = now.getBoundingClientRect().top - held.top;
    if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
  }

  override render(): ReactNode {
    return (
      <div className="rows" tabIndex={-1} ref={this.#box}>
        {this.props.children}
      </div>
    );
  }
}
