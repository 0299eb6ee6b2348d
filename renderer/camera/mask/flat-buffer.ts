/** Owns reading a flat buffer: the tables and vectors in which a TensorFlow Lite file keeps its network. */

/** One table. A field that is absent has the given default, as the format says. Reading beyond the file throws. */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  private constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  static root(bytes: ArrayBuffer): FlatTable {
    const view = new DataView(bytes);
    return new FlatTable(view, view.getUint32(0, true));
  }

  #field(index: number): number | null {
    const layout = this.#at - this.#view.getInt32(this.#at, true);
    const place = 4 + 2 * index;
    const offset = place < this.#view.getUint16(layout, true) ? this.#view.getUint16(layout + place, true) : 0;
    return offset === 0 ? null : this.#at + offset;
  }

  #vector(index: number): { readonly length: number; readonly at: number } {
    const field = this.#field(index);
    if (field === null) return { length: 0, at: 0 };
    const at = field + this.#view.getUint32(field, true);
    return { length: this.#view.getUint32(at, true), at: at + 4 };
  }

  byte(index: number, absent = 0): number {
    const field = this.#field(index);
    return field === null ? absent : this.#view.getInt8(field);
  }

  integer(index: number, absent = 0): number {
    const field = this.#field(index);
    return field === null ? absent : this.#view.getInt32(field, true);
  }

  integers(index: number): readonly number[] {
    const { length, at } = this.#vector(index);
    return Array.from({ length }, (_, n) => this.#view.getInt32(at + 4 * n, true));
  }

  /** A view of the file's own bytes. */
  bytes(index: number): DataView {
    const { length, at } = this.#vector(index);
    return new DataView(this.#view.buffer, at, length);
  }

  table(index: number): FlatTable | null {
    const field = this.#field(index);
    return field === null ? null : new FlatTable(this.#view, field + this.#view.getUint32(field, true));
  }

  tables(index: number): readonly FlatTable[] {
    const { length, at } = this.#vector(index);
    return Array.from({ length }, (_, n) => {
      const place = at + 4 * n;
      return new FlatTable(this.#view, place + this.#view.getUint32(place, true));
    });
  }
}
