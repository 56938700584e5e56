import AlertIcon from "lucide-react-native/icons/circle-alert";
import InfoIcon from "lucide-react-native/icons/info";
import { useEffect, useState, type ReactNode } from "react";
import { Pressable, View, type DimensionValue, type StyleProp, type ViewStyle } from "react-native";

import { useWords } from "@/i18n/words";

import { Button } from "./Button";
import { Icon, type IconShape } from "./Icon";
import { Heading, Text } from "./Text";
import { makeStyles, useTheme } from "./theme";
import { radius, space, type ColorRole } from "./tokens";

const PATIENCE = 150;

/** Where something will stand, in its shape; it shows after a moment only, and never flashes. */
export function Skeleton({
  width = "100%",
  height = 16,
  round = radius.control,
  style,
}: {
  width?: DimensionValue;
  height?: DimensionValue;
  round?: number;
  style?: StyleProp<ViewStyle>;
}) {
  const { colors } = useTheme();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const backgroundColor = isShown ? colors.overlay : "transparent";
  return (
    <View aria-hidden style={[{ width, height, borderRadius: round, backgroundColor }, style]} />
  );
}

/** Nothing here yet: one sentence, one thing to do, a small drawing. */
export function Empty({
  icon,
  title,
  children,
  action,
}: {
  icon: IconShape;
  title: string;
  children?: string;
  action?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <View style={styles.empty}>
      <View style={styles.drawing}>
        <View style={[styles.leaf, styles.leafBack]} />
        <View style={styles.leaf}>
          <Icon shape={icon} size={28} color="accent" />
        </View>
      </View>
      <Heading step="lead" align="center">
        {title}
      </Heading>
      {children && (
        <Text color="muted" align="center" style={{ maxWidth: 440 }}>
          {children}
        </Text>
      )}
      {action && <View style={{ marginTop: space.sm }}>{action}</View>}
    </View>
  );
}

/** A word that stands out from the page, with a sign and a colour that agree. */
export function Notice({
  tone = "info",
  icon = InfoIcon,
  children,
  action,
}: {
  tone?: "info" | "warn" | "bad" | "good";
  icon?: IconShape;
  children: ReactNode;
  action?: ReactNode;
}) {
  const styles = useStyles();
  const { colors } = useTheme();
  return (
    <View
      role={tone === "bad" ? "alert" : "status"}
      style={[styles.notice, { backgroundColor: colors[`${tone}Soft`] }]}
    >
      <Icon shape={icon} color={tone as ColorRole} />
      <View style={{ flex: 1, gap: 2 }}>
        {typeof children === "string" ? <Text step="small">{children}</Text> : children}
      </View>
      {action}
    </View>
  );
}

export type Told = { sentence: string; hint: string; technical?: string };

/** What happened, to what, and what to do; the technical part folds away. */
export function ProblemView({
  problem,
  onRetry,
  action,
}: {
  problem: Told;
  onRetry?: () => void;
  /** What leads on, where that is not to try again. */
  action?: ReactNode;
}) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Notice
      tone="bad"
      icon={AlertIcon}
      action={onRetry && <Button label={t("common.retry")} onPress={onRetry} />}
    >
      <Text step="small" weight="medium">
        {problem.sentence}
      </Text>
      {problem.hint !== "" && <Text step="small">{problem.hint}</Text>}
      {problem.technical && (
        <Pressable role="button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <Text step="tiny" color="bad" style={{ textDecorationLine: "underline" }}>
            {t(isOpen ? "problem.less" : "problem.more")}
          </Text>
        </Pressable>
      )}
      {isOpen && (
        <Text step="tiny" mono selectable>
          {problem.technical}
        </Text>
      )}
      {action && <View style={{ alignItems: "flex-start", marginTop: space.xs }}>{action}</View>}
    </Notice>
  );
}

/** Why it is so: the sentence that the decision itself gave. */
export function Reason({ children }: { children: string }) {
  const { t } = useWords();
  return (
    <Text step="small" color="muted">
      <Text step="small" color="muted" weight="medium">
        {t("common.why")}{" "}
      </Text>
      {children}
    </Text>
  );
}

const useStyles = makeStyles((colors) => ({
  empty: {
    alignItems: "center",
    gap: space.sm,
    padding: space.huge,
    paddingHorizontal: space.xl,
  },
  drawing: {
    width: 84,
    height: 84,
    alignItems: "center",
    justifyContent: "center",
    marginBottom: 8,
  },
  leaf: {
    width: 58,
    height: 72,
    borderRadius: radius.card,
    borderWidth: 1.5,
    borderColor: colors.lineStrong,
    backgroundColor: colors.surface,
    alignItems: "center",
    justifyContent: "center",
    transform: [{ rotate: "4deg" }],
  },
  leafBack: {
    position: "absolute",
    backgroundColor: colors.accentSoft,
    borderColor: colors.accentSoft,
    transform: [{ rotate: "-10deg" }, { translateX: -12 }],
  },
  notice: {
    flexDirection: "row",
    alignItems: "flex-start",
    gap: space.md,
    padding: space.md,
    borderRadius: radius.card,
  },
}));
