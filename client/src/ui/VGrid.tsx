import { FlashList, type FlashListRef } from "@shopify/flash-list";
import { useImperativeHandle, useRef, useState, type ReactNode, type Ref } from "react";
import { View } from "react-native";

export type VGridHandle = { jumpTo: (index: number) => void };

export type VGridProps = {
  label: string;
  count: number;
  /** How wide a cell is at least; null for one column. */
  minWidth: number | null;
  gap: number;
  padding: number;
  rowHeight: (cellWidth: number) => number;
  renderCell: (index: number, cellWidth: number) => ReactNode;
  onVisible: (first: number, last: number) => void;
  restoreKey?: string;
  handle?: Ref<VGridHandle>;
};

/** Many cells in rows of one height, of which only those near the view exist. */
export function VGrid({
  label,
  count,
  minWidth,
  gap,
  padding,
  rowHeight,
  renderCell,
  onVisible,
  handle,
}: VGridProps) {
  const list = useRef<FlashListRef<number>>(null);
  const [width, setWidth] = useState(0);
  const inner = Math.max(0, width - 2 * padding);
  const columns = minWidth === null ? 1 : Math.max(2, Math.floor((inner + gap) / (minWidth + gap)));
  const cell = (inner - gap * (columns - 1)) / columns;
  useImperativeHandle(handle, () => ({
    jumpTo: (index) => void list.current?.scrollToIndex({ index, animated: false }),
  }));
  return (
    <View
      aria-label={label}
      style={{ flex: 1 }}
      onLayout={(event) => setWidth(event.nativeEvent.layout.width)}
    >
      {width > 0 && (
        <FlashList
          ref={list}
          key={columns}
          data={Array.from({ length: count }, (_, index) => index)}
          numColumns={columns}
          keyExtractor={String}
          contentContainerStyle={{ padding }}
          onViewableItemsChanged={({ viewableItems }) => {
            const indexes = viewableItems.flatMap(({ index }) => (index === null ? [] : [index]));
            if (indexes.length) onVisible(Math.min(...indexes), Math.max(...indexes));
          }}
          renderItem={({ item }) => (
            <View
              style={{
                height: rowHeight(cell),
                marginBottom: gap,
                marginRight: gap,
                flex: 1,
              }}
            >
              {renderCell(item, cell)}
            </View>
          )}
        />
      )}
    </View>
  );
}
