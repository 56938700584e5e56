import BackIcon from "lucide-react-native/icons/chevron-left";
import { useRouter } from "expo-router";
import { useEffect, type ReactNode } from "react";
import { Platform, ScrollView, View } from "react-native";

import { useWords } from "@/i18n/words";

import { IconButton } from "./Button";
import { Heading, Text } from "./Text";
import { makeStyles } from "./theme";
import { motion, size, space } from "./tokens";
import { useIsWide } from "./wide";

type HeaderProps = {
  title: string;
  count?: string;
  hint?: string;
  /** What can be done here, the main thing last. */
  actions?: ReactNode;
  /** Where the way back leads when there is nothing to go back to. */
  back?: string;
  /** Whether its content is narrow, so that what can be done stands above the content's edge. */
  narrow?: boolean;
  /** Whether the title stands large beneath, and shows here only once that has gone. */
  isBelow?: boolean;
  children?: ReactNode;
};

const NARROW = 860;

/** The title of a screen, how many there are, and what can be done; its filters stand beneath. */
export function PageHeader({
  title,
  count,
  hint,
  actions,
  back,
  narrow = false,
  isBelow = false,
  children,
}: HeaderProps) {
  const styles = useStyles();
  const router = useRouter();
  const { t } = useWords();
  const isWide = useIsWide();
  useEffect(() => {
    if (Platform.OS === "web") document.title = `${title} · Maestrarr`;
  }, [title]);
  const goBack = () => {
    if (router.canGoBack()) router.back();
    else router.replace((back ?? "/") as never);
  };
  return (
    <View role="banner" style={[styles.header, !isWide && styles.headerNarrow]}>
      <View style={[styles.line, !isWide && styles.lineNarrow, narrow && styles.narrow]}>
        {back && <IconButton label={t("common.back")} icon={BackIcon} onPress={goBack} />}
        <View style={[styles.title, !isWide && styles.titleNarrow]}>
          <Heading
            level={1}
            step={isWide ? "title" : "lead"}
            numberOfLines={isWide ? 1 : 2}
            style={[styles.name, isBelow && styles.below]}
          >
            {title}
          </Heading>
          {count !== undefined && (
            <Text color="muted" tabular numberOfLines={1}>
              {count}
            </Text>
          )}
        </View>
        {actions && <View style={styles.actions}>{actions}</View>}
      </View>
      {hint && (
        <Text step="small" color="muted" style={{ maxWidth: size.measure }}>
          {hint}
        </Text>
      )}
      {children}
    </View>
  );
}

/** A screen that scrolls as a whole beneath its header. */
export function Page({ children, narrow = false, ...header }: HeaderProps) {
  const styles = useStyles();
  const isWide = useIsWide();
  return (
    <View style={styles.page}>
      <PageHeader {...header} narrow={narrow}>
        {null}
      </PageHeader>
      <ScrollView
        role="main"
        tabIndex={0}
        style={{ flex: 1 }}
        contentContainerStyle={[
          styles.content,
          !isWide && styles.contentNarrow,
          narrow && { maxWidth: NARROW },
        ]}
      >
        {children}
      </ScrollView>
    </View>
  );
}

const useStyles = makeStyles((colors, { control }) => ({
  page: { flex: 1, minWidth: 0 },
  header: {
    paddingHorizontal: space.xl,
    paddingVertical: space.md,
    gap: space.md,
    borderBottomWidth: 1,
    borderBottomColor: colors.line,
    backgroundColor: colors.bg,
    zIndex: 2,
  },
  headerNarrow: { paddingHorizontal: space.lg, paddingVertical: space.sm },
  line: { flexDirection: "row", alignItems: "center", gap: space.sm, minHeight: control },
  narrow: { maxWidth: NARROW - 2 * space.xl },
  name: {
    flexShrink: 1,
    transitionProperty: "opacity",
    transitionDuration: `${motion.control}ms`,
  } as object,
  below: { opacity: 0 },
  lineNarrow: { flexWrap: "wrap", alignContent: "center" },
  title: { flex: 1, minWidth: 0, flexDirection: "row", alignItems: "baseline", gap: space.sm },
  /** Where less is left for it, what can be done stands beneath. */
  titleNarrow: { flexBasis: 150, flexWrap: "wrap", columnGap: space.sm, rowGap: 0 },
  actions: { flexDirection: "row", alignItems: "center", gap: space.sm },
  content: {
    padding: space.xl,
    gap: space.xl,
    width: "100%",
    maxWidth: size.page,
  },
  contentNarrow: { padding: space.lg, gap: space.lg },
}));
