import type { ReactNode } from "react";
import { ScrollView, View } from "react-native";

import { Text } from "./Text";
import { makeStyles } from "./theme";
import { space } from "./tokens";
import { useIsWide } from "./wide";

export type Column<Item> = {
  key: string;
  title: string;
  /** Fixed in pixels, else a share of what is left. */
  width?: number;
  share?: number;
  align?: "left" | "right";
  /** On a phone its title stands before its cells, unless these speak for themselves. */
  isPlain?: boolean;
  /** What an item has there; null leaves it out on a phone. */
  cell: (item: Item) => ReactNode;
};

/** Rows and columns; what is too wide scrolls sideways within it, and on a phone a row is a few lines. */
export function Table<Item>(props: TableProps<Item>) {
  return useIsWide() ? <Grid {...props} /> : <Lines {...props} />;
}

type TableProps<Item> = {
  label: string;
  columns: readonly Column<Item>[];
  items: readonly Item[];
  keyOf: (item: Item) => string;
  minWidth?: number;
};

function Lines<Item>({ label, columns, items, keyOf }: TableProps<Item>) {
  const styles = useStyles();
  return (
    <View role="list" aria-label={label}>
      {items.map((item) => (
        <View role="listitem" key={keyOf(item)} style={styles.lines}>
          {columns.map((column) => (
            <Part key={column.key} column={column} item={item} />
          ))}
        </View>
      ))}
    </View>
  );
}

function Part<Item>({ column, item }: { column: Column<Item>; item: Item }) {
  const styles = useStyles();
  const content = column.cell(item);
  if (content === null) return null;
  return (
    <View style={styles.part}>
      {!column.isPlain && (
        <Text step="tiny" color="muted">
          {column.title}
        </Text>
      )}
      {content}
    </View>
  );
}

function Grid<Item>({ label, columns, items, keyOf, minWidth = 560 }: TableProps<Item>) {
  const styles = useStyles();
  const widthOf = (column: Column<Item>) =>
    column.width
      ? { width: column.width }
      : { flexGrow: column.share ?? 1, flexBasis: 0, minWidth: 0 };
  return (
    <ScrollView horizontal tabIndex={0} contentContainerStyle={{ minWidth: "100%" }}>
      <View role="table" aria-label={label} style={{ minWidth, flexGrow: 1 }}>
        <View role="row" style={styles.head}>
          {columns.map((column) => (
            <View role="columnheader" key={column.key} style={[styles.cell, widthOf(column)]}>
              <Text
                step="tiny"
                weight="medium"
                color="muted"
                align={column.align}
                numberOfLines={1}
              >
                {column.title}
              </Text>
            </View>
          ))}
        </View>
        {items.map((item) => (
          <View role="row" key={keyOf(item)} style={styles.row}>
            {columns.map((column) => (
              <View
                role="cell"
                key={column.key}
                style={[
                  styles.cell,
                  widthOf(column),
                  column.align === "right" && { alignItems: "flex-end" },
                ]}
              >
                {column.cell(item)}
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}

/** The usual content of a cell. */
export function Cell({
  children,
  muted = false,
  mono = false,
  tabular = false,
}: {
  children: ReactNode;
  muted?: boolean;
  mono?: boolean;
  tabular?: boolean;
}) {
  const isWide = useIsWide();
  return (
    <Text
      step="small"
      color={muted ? "muted" : "text"}
      mono={mono}
      tabular={tabular}
      numberOfLines={isWide ? 1 : 2}
    >
      {children}
    </Text>
  );
}

const useStyles = makeStyles((colors, theme) => ({
  head: {
    flexDirection: "row",
    minHeight: 34,
    alignItems: "center",
    borderBottomWidth: 1,
    borderBottomColor: colors.line,
    paddingHorizontal: space.sm,
  },
  row: {
    flexDirection: "row",
    alignItems: "center",
    minHeight: theme.row,
    borderBottomWidth: 1,
    borderBottomColor: colors.line,
    paddingHorizontal: space.sm,
  },
  cell: { paddingHorizontal: space.sm, justifyContent: "center" },
  part: { maxWidth: "100%", flexDirection: "row", alignItems: "baseline", gap: 4 },
  lines: {
    flexDirection: "row",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: space.md,
    rowGap: space.xs,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
    borderTopWidth: 1,
    borderTopColor: colors.line,
  },
}));
