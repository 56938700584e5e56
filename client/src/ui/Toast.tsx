import AlertIcon from "lucide-react-native/icons/circle-alert";
import DoneIcon from "lucide-react-native/icons/circle-check";
import { useEffect } from "react";
import { Platform, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";
import { create } from "zustand";

import { Button } from "./Button";
import { Icon } from "./Icon";
import { Over } from "./Over";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { OVER_ALL, radius, shadow, size, space } from "./tokens";

type Toast = {
  id: number;
  sentence: string;
  tone: "good" | "bad";
  /** Whether it waits until its action is taken. */
  stays?: boolean;
  action?: { label: string; onPress: () => void };
};

const STAYS = 6_000;
const MOST = 3;

const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));
let count = 0;

/** Says in passing what was done, or what failed; with `action` it can be taken back, or opened. */
export function toast(sentence: string, rest: Partial<Omit<Toast, "id" | "sentence">> = {}): void {
  const made: Toast = { tone: "good", ...rest, id: ++count, sentence };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, made].slice(-MOST) }));
}

function drop(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((each) => each.id !== id) }));
}

/** Where toasts appear: at the foot, over all else, read out as they come. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  const styles = useStyles();
  const insets = useSafeAreaInsets();
  return (
    <Over>
      <View
        role="status"
        aria-live="polite"
        pointerEvents="box-none"
        style={[styles.place, { bottom: insets.bottom + 72 }]}
      >
        {toasts.map((each) => (
          <OneToast key={each.id} toast={each} />
        ))}
      </View>
    </Over>
  );
}

function OneToast({ toast: { id, sentence, tone, stays, action } }: { toast: Toast }) {
  const styles = useStyles();
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => drop(id), STAYS);
    return () => clearTimeout(timer);
  }, [id, stays]);
  return (
    <View style={styles.toast}>
      <Icon shape={tone === "good" ? DoneIcon : AlertIcon} color={tone} />
      <Text step="small" style={{ flexShrink: 1 }}>
        {sentence}
      </Text>
      {action && (
        <Button
          tone="quiet"
          label={action.label}
          onPress={() => {
            drop(id);
            action.onPress();
          }}
        />
      )}
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  place: {
    position: (Platform.OS === "web" ? "fixed" : "absolute") as "absolute",
    left: space.lg,
    right: space.lg,
    alignItems: "center",
    gap: space.sm,
    zIndex: OVER_ALL,
  },
  toast: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    minHeight: size.touch,
    maxWidth: 560,
    paddingHorizontal: space.lg,
    paddingVertical: space.xs,
    borderRadius: radius.card,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    backgroundColor: colors.overlay,
    boxShadow: shadow.float,
  },
}));
