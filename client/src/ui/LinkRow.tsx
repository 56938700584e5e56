import type { ReactNode } from "react";
import { View } from "react-native";

import { Link } from "./Link";
import { makeStyles } from "./theme";
import { space } from "./tokens";

/** A row of a list that opens what it tells of: a sign, some lines of words, and how it fares. */
export function LinkRow({
  href,
  sign,
  state,
  children,
}: {
  href: string;
  sign?: ReactNode;
  state: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <Link href={href} style={styles.row} hoverStyle={styles.hover}>
      {sign}
      <View style={styles.words}>{children}</View>
      <View style={styles.state}>{state}</View>
    </Link>
  );
}

const useStyles = makeStyles((colors, theme) => ({
  row: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    minHeight: theme.row + 12,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
  },
  words: { flex: 1, minWidth: 0, gap: 2 },
  state: { alignSelf: "center" },
  hover: { backgroundColor: colors.overlay },
}));
