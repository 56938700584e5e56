import XIcon from "lucide-react-native/icons/x";
import { useState, type ReactNode } from "react";
import { Modal, ScrollView, useWindowDimensions, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { useWords } from "@/i18n/words";

import { IconButton } from "./Button";
import { coming } from "./coming";
import { FocusBack } from "./FocusBack";
import { Scrim } from "./Scrim";
import { Heading } from "./Text";
import { makeStyles } from "./theme";
import { radius, shadow, size, space } from "./tokens";

type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at its foot, the main one last. */
  foot?: ReactNode;
  width?: number;
};

/** Asks or shows something before all else; on a phone it rises from the foot as a sheet. */
export function Dialog({ title, isOpen, onClose, children, foot, width = 520 }: DialogProps) {
  const styles = useStyles();
  const { t } = useWords();
  const window = useWindowDimensions();
  const insets = useSafeAreaInsets();
  const isSheet = window.width < size.wide;
  const [seen, setSeen] = useState(0);
  const [whole, setWhole] = useState(0);
  return (
    <Modal
      visible={isOpen}
      transparent
      animationType={coming(isSheet ? "slide" : "fade")}
      onRequestClose={onClose}
      aria-label={title}
    >
      <FocusBack />
      <View style={[styles.whole, isSheet && styles.wholeSheet]}>
        <Scrim onPress={onClose} style={styles.scrim} />
        <View
          tabIndex={-1} // it takes the focus itself, and not its first button
          style={[
            styles.box,
            isSheet
              ? [styles.sheet, { paddingBottom: insets.bottom }]
              : { width, maxWidth: window.width - 48 },
            { maxHeight: window.height * 0.88 },
          ]}
        >
          <View style={styles.head}>
            <Heading style={{ flex: 1 }}>{title}</Heading>
            <IconButton label={t("common.close")} icon={XIcon} onPress={onClose} />
          </View>
          <ScrollView
            tabIndex={whole > seen + 1 ? 0 : undefined} // so that arrow keys scroll it
            onLayout={({ nativeEvent }) => setSeen(nativeEvent.layout.height)}
            onContentSizeChange={(_width, height) => setWhole(height)}
            contentContainerStyle={styles.body}
          >
            {children}
          </ScrollView>
          {foot && <View style={styles.foot}>{foot}</View>}
        </View>
      </View>
    </Modal>
  );
}

const useStyles = makeStyles((colors) => ({
  whole: { flex: 1, alignItems: "center", justifyContent: "center" },
  wholeSheet: { justifyContent: "flex-end" },
  scrim: { backgroundColor: colors.scrim },
  box: {
    backgroundColor: colors.surface,
    borderRadius: radius.sheet,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    boxShadow: shadow.sheet,
    overflow: "hidden",
    outlineStyle: "none" as "solid",
  },
  sheet: { width: "100%", borderBottomLeftRadius: 0, borderBottomRightRadius: 0 },
  head: {
    flexDirection: "row",
    alignItems: "center",
    paddingLeft: space.xl,
    paddingRight: space.md,
    paddingTop: space.md,
  },
  body: {
    paddingHorizontal: space.xl,
    paddingTop: space.sm,
    paddingBottom: space.xl,
    gap: space.lg,
  },
  foot: {
    flexDirection: "row",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    gap: space.sm,
    padding: space.lg,
    borderTopWidth: 1,
    borderTopColor: colors.line,
  },
}));
