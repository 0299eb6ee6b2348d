/** Owns finding connected regions on a grid. */

export interface Region {
  /** Numbers of the cells. */
  readonly cells: readonly number[];
  readonly left: number;
  readonly top: number;
  /** Included. */
  readonly right: number;
  readonly bottom: number;
}

/** Cells that are set and touch by a side, as regions of at least so many. */
export const regionsOf = (set: ArrayLike<number>, width: number, height: number, least: number): readonly Region[] => {
  const seen = new Uint8Array(width * height);
  const regions: Region[] = [];
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] === 1 || !set[start]) continue;
    const cells = [start];
    seen[start] = 1;
    let [left, top, right, bottom] = [width, height, 0, 0];
    const reach = (cell: number): void => {
      if (seen[cell] === 1 || !set[cell]) return;
      seen[cell] = 1;
      cells.push(cell);
    };
    for (let next = 0; next < cells.length; next += 1) {
      const cell = cells[next] as number;
      const x = cell % width;
      const y = (cell - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      if (x > 0) reach(cell - 1);
      if (x < width - 1) reach(cell + 1);
      if (y > 0) reach(cell - width);
      if (y < height - 1) reach(cell + width);
    }
    if (cells.length >= least) regions.push({ cells, left, top, right, bottom });
  }
  return regions;
};

/** A row of a region, from its first cell to its last, whatever is between. */
export interface Row {
  readonly first: number;
  readonly last: number;
}
export const widthOf = ({ first, last }: Row): number => last - first + 1;

/** From the top. `width` is the grid's. */
export const rowsOf = ({ cells, top, bottom }: Region, width: number): readonly Row[] => {
  const rows = Array.from({ length: bottom - top + 1 }, () => ({ first: width, last: -1 }));
  for (const cell of cells) {
    const x = cell % width;
    const row = rows[Math.floor(cell / width) - top];
    if (row === undefined) continue;
    row.first = Math.min(row.first, x);
    row.last = Math.max(row.last, x);
  }
  return rows;
};
