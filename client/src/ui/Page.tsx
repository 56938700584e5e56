import BackIcon from "lucide-react-native/icons/chevron-left";
import { useRouter } from "expo-router";
import { useEffect, type ReactNode } from "react";
import { Platform, ScrollView, View } from "react-native";

import { useWords } from "@/i18n/words";

import { IconButton } from "./Button";
import { Heading, Text } from "./Text";
import { makeStyles } from "./theme";
import { size, space } from "./tokens";
import { useIsWide } from "./wide";

type HeaderProps = {
  title: string;
  count?: string;
  hint?: string;
  /** What can be done here, the main thing last. */
  actions?: ReactNode;
  /** Where the way back leads when there is nothing to go back to. */
  back?: string;
  children?: ReactNode;
};

/** The title of a screen, how many there are, and what can be done; its filters stand beneath. */
export function PageHeader({ title, count, hint, actions, back, children }: HeaderProps) {
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
      <View style={[styles.line, !isWide && styles.lineNarrow]}>
        {back && <IconButton label={t("common.back")} icon={BackIcon} onPress={goBack} />}
        <View style={[styles.title, !isWide && styles.titleNarrow]}>
          <Heading
            level={1}
            step={isWide ? "title" : "lead"}
            numberOfLines={isWide ? 1 : 2}
            style={{ flexShrink: 1 }}
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
export function Page({ children, narrow = false, ...header }: HeaderProps & { narrow?: boolean }) {
  const styles = useStyles();
  const isWide = useIsWide();
  return (
    <View style={styles.page}>
      <PageHeader {...header}>{null}</PageHeader>
      <ScrollView
        role="main"
        tabIndex={0}
        style={{ flex: 1 }}
        contentContainerStyle={[
          styles.content,
          !isWide && styles.contentNarrow,
          narrow && { maxWidth: 860 },
        ]}
      >
        {children}
      </ScrollView>
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
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
  line: { flexDirection: "row", alignItems: "center", gap: space.sm, minHeight: size.control },
  lineNarrow: { flexWrap: "wrap" },
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
