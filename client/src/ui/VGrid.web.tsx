import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";

import { columnsIn, type VGridProps } from "./vgrid-shape";

const OVERSCAN_PIXELS = 1_400;
const AT_REST = 150;
const places = new Map<string, number>();

/** Many cells in rows of one height, of which only those near the view exist. */
export function VGrid({
  label,
  count,
  minWidth,
  gap,
  padding,
  head,
  rowHeight,
  renderCell,
  onVisible,
  restoreKey,
  handle,
}: VGridProps) {
  "use no memo"; // the virtualizer changes without its identity changing
  const scroller = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);

  const { columns, cell } = columnsIn(width, { minWidth, gap, padding });
  const tall = rowHeight(cell) + gap;
  const headHeight = head ? rowHeight(cell) : 0;
  const isAtRest = useIsAtRest();
  // eslint-disable-next-line react-hooks/incompatible-library -- hence "use no memo"
  const virtual = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(count / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => tall,
    overscan: isAtRest ? Math.ceil(OVERSCAN_PIXELS / tall) : 0,
    paddingStart: head ? headHeight : padding,
    scrollPaddingStart: headHeight,
    paddingEnd: padding,
    initialOffset: () => (restoreKey ? (places.get(restoreKey) ?? 0) : 0),
  });

  useEffect(() => virtual.measure(), [virtual, tall]);
  useImperativeHandle(handle, () => ({
    jumpTo: (index) => virtual.scrollToIndex(Math.floor(index / columns), { align: "start" }),
  }));

  const rows = virtual.getVirtualItems();
  const first = (rows[0]?.index ?? 0) * columns;
  const last = Math.min(count, ((rows[rows.length - 1]?.index ?? 0) + 1) * columns) - 1;
  useEffect(() => {
    if (count > 0 && width > 0) onVisible(first, last);
  }, [onVisible, first, last, count, width]);

  return (
    <div
      ref={scroller}
      tabIndex={-1}
      onScroll={(event) => {
        if (restoreKey) places.set(restoreKey, event.currentTarget.scrollTop);
      }}
      style={{
        flex: "1 1 0",
        minHeight: 0,
        overflowY: "auto",
        overflowX: "hidden",
        contain: "strict",
      }}
    >
      {head && (
        <div style={{ position: "sticky", top: 0, zIndex: 1, height: 0 }}>
          <div style={{ height: headHeight, padding: `0 ${padding}px`, display: "flex" }}>
            {head}
          </div>
        </div>
      )}
      <div
        role="list"
        aria-label={label}
        style={{ position: "relative", height: virtual.getTotalSize() }}
      >
        {rows.map((row) => (
          <div
            key={row.key}
            role="presentation"
            style={{
              position: "absolute",
              top: 0,
              left: padding,
              right: padding,
              height: tall - gap,
              transform: `translateY(${row.start}px)`,
              display: "grid",
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
              columnGap: gap,
            }}
          >
            {Array.from({ length: Math.min(columns, count - row.index * columns) }, (_, at) => (
              <div role="listitem" key={at} style={{ display: "flex", minWidth: 0 }}>
                {renderCell(row.index * columns + at, cell)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** False while the first cells are drawn, so that none beyond the view keep them waiting. */
function useIsAtRest(): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), AT_REST);
    return () => clearTimeout(timer);
  }, []);
  return isAtRest;
}
