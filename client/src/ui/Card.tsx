import type { ReactNode } from "react";
import { View, type StyleProp, type ViewStyle } from "react-native";

import { Heading, Text } from "./Text";
import { makeStyles } from "./theme";
import { radius, space } from "./tokens";

/** What belongs together, with a border before a shadow. */
export function Card({
  title,
  hint,
  action,
  flush = false,
  children,
  style,
}: {
  title?: string;
  hint?: string;
  action?: ReactNode;
  /** Lets the content reach the edges, as a table does. */
  flush?: boolean;
  children?: ReactNode;
  style?: StyleProp<ViewStyle>;
}) {
  const styles = useStyles();
  return (
    <View style={[styles.card, style]}>
      {title && (
        <View style={styles.head}>
          <View style={{ flex: 1, minWidth: 0 }}>
            <Heading step="body">{title}</Heading>
            {hint && (
              <Text step="small" color="muted">
                {hint}
              </Text>
            )}
          </View>
          {action}
        </View>
      )}
      <View style={flush ? styles.flush : styles.body}>{children}</View>
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  card: {
    backgroundColor: colors.surface,
    borderColor: colors.line,
    borderWidth: 1,
    borderRadius: radius.card,
    overflow: "hidden",
  },
  head: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    minHeight: 52,
    paddingVertical: space.sm,
    paddingHorizontal: space.lg,
    borderBottomWidth: 1,
    borderBottomColor: colors.line,
  },
  body: { padding: space.lg, gap: space.md },
  flush: {},
}));
