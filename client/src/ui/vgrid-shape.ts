import type { ReactNode, Ref } from "react";

export type VGridHandle = { jumpTo: (index: number) => void };

export type VGridProps = {
  label: string;
  count: number;
  /** How wide a cell is at least; null for one column. */
  minWidth: number | null;
  gap: number;
  padding: number;
  /** What names the columns; it stays in sight, and is as tall as a row. */
  head?: ReactNode;
  rowHeight: (cellWidth: number) => number;
  renderCell: (index: number, cellWidth: number) => ReactNode;
  onVisible: (first: number, last: number) => void;
  restoreKey?: string;
  handle?: Ref<VGridHandle>;
};

/** How many columns a width has place for, and how wide each is. */
export function columnsIn(
  width: number,
  { minWidth, gap, padding }: Pick<VGridProps, "minWidth" | "gap" | "padding">,
): { columns: number; cell: number } {
  const inner = Math.max(0, width - 2 * padding);
  const columns = minWidth === null ? 1 : Math.max(2, Math.floor((inner + gap) / (minWidth + gap)));
  return { columns, cell: (inner - gap * (columns - 1)) / columns };
}
