import { Children, type ReactNode } from "react";
import { Pressable, View } from "react-native";

import { isHovered } from "./interaction";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { space } from "./tokens";

/** Rows with a line between them. */
export function Rows({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return (
    <View role="list">
      {Children.toArray(children).map((child, at) => (
        <View role="listitem" key={at} style={at > 0 && styles.between}>
          {child}
        </View>
      ))}
    </View>
  );
}

/** One thing in a list: what it is, a word about it, and what can be done. */
export function Row({
  title,
  detail,
  before,
  after,
  onPress,
  selected = false,
}: {
  title: ReactNode;
  detail?: ReactNode;
  before?: ReactNode;
  after?: ReactNode;
  onPress?: () => void;
  selected?: boolean;
}) {
  const styles = useStyles();
  const inner = (
    <>
      {before}
      <View style={styles.words}>
        {typeof title === "string" ? (
          <Text weight="medium" numberOfLines={2}>
            {title}
          </Text>
        ) : (
          title
        )}
        {typeof detail === "string" ? (
          <Text step="small" color="muted" numberOfLines={2}>
            {detail}
          </Text>
        ) : (
          detail
        )}
      </View>
      {after}
    </>
  );
  if (!onPress) return <View style={styles.row}>{inner}</View>;
  return (
    <Pressable
      role="button"
      onPress={onPress}
      style={(state) => [styles.row, (isHovered(state) || selected) && styles.hover]}
    >
      {inner}
    </Pressable>
  );
}

const useStyles = makeStyles((colors, theme) => ({
  between: { borderTopWidth: 1, borderTopColor: colors.line },
  row: {
    minHeight: theme.row + 8,
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
  },
  words: { flex: 1, minWidth: 0 },
  hover: { backgroundColor: colors.overlay },
}));
