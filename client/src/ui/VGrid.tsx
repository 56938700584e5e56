import { FlashList, type FlashListRef } from "@shopify/flash-list";
import { useImperativeHandle, useRef, useState } from "react";
import { View } from "react-native";

import { columnsIn, type VGridProps } from "./vgrid-shape";

export type { VGridHandle } from "./vgrid-shape";

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
  handle,
}: VGridProps) {
  const list = useRef<FlashListRef<number>>(null);
  const [width, setWidth] = useState(0);
  const { columns, cell } = columnsIn(width, { minWidth, gap, padding });
  useImperativeHandle(handle, () => ({
    jumpTo: (index) => void list.current?.scrollToIndex({ index, animated: false }),
  }));
  return (
    <View
      aria-label={label}
      style={{ flex: 1 }}
      onLayout={(event) => setWidth(event.nativeEvent.layout.width)}
    >
      {head && <View style={{ height: rowHeight(cell), marginHorizontal: padding }}>{head}</View>}
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
