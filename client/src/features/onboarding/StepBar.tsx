import { Pressable, View } from "react-native";

import { useWords } from "@/i18n/words";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { STEPS, type StepName } from "./queries";

/** Which step this is of how many; those that were reached can be looked at again. */
export function StepBar({
  step,
  reached,
  onStep,
}: {
  step: StepName;
  reached: StepName;
  onStep?: (step: StepName) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const isWide = useIsWide();
  const [at, far] = [STEPS.indexOf(step), STEPS.indexOf(reached)];
  return (
    <View
      role="group"
      aria-label={t("firstRun.step", { number: at + 1, total: STEPS.length })}
      style={{ flexDirection: "row", gap: 6 }}
    >
      {STEPS.map((each, index) => (
        <Pressable
          key={each}
          role="button"
          aria-label={t(`firstRun.short.${each}`)}
          aria-disabled={!onStep || index === 0 || index > far}
          {...({ "aria-current": index === at ? "step" : undefined } as object)}
          disabled={!onStep || index === 0 || index > far}
          onPress={() => onStep?.(each)}
          style={{ flex: 1, gap: space.xs, paddingVertical: space.sm }}
        >
          <View
            style={[
              styles.bar,
              index <= Math.max(at, far) && styles.barReached,
              index === at && styles.barHere,
            ]}
          />
          {isWide && (
            <Text
              step="tiny"
              weight={index === at ? "medium" : "regular"}
              color={index === at ? "text" : "muted"}
              numberOfLines={1}
            >
              {t(`firstRun.short.${each}`)}
            </Text>
          )}
        </Pressable>
      ))}
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  bar: { height: 4, borderRadius: 2, backgroundColor: colors.line },
  barReached: { backgroundColor: colors.control },
  barHere: { backgroundColor: colors.accent },
}));
