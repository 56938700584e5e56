import { useEffect, useRef, useState } from "react";
import { Pressable, ScrollView, View } from "react-native";

import { isHovered } from "./interaction";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { radius, size, space } from "./tokens";

type Choice<Key extends string> = { key: Key; label: string; count?: string };

/** So much of what stands before the chosen part stays in sight, and tells that there is more. */
const IN_SIGHT = 96;

/** Parts of one page, one at a time; arrow keys go from one to the next. */
export function Tabs<Key extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string;
  tabs: readonly Choice<Key>[];
  value: Key;
  onChange: (key: Key) => void;
}) {
  const styles = useStyles();
  const strip = useRef<ScrollView>(null);
  const [places, setPlaces] = useState<Record<string, number>>({});
  const place = places[value];
  useEffect(() => {
    if (place !== undefined) {
      strip.current?.scrollTo({ x: Math.max(0, place - IN_SIGHT), animated: false });
    }
  }, [place]);
  return (
    <ScrollView ref={strip} horizontal showsHorizontalScrollIndicator={false} style={styles.strip}>
      <View role="tablist" aria-label={label} style={styles.line}>
        {tabs.map((tab, at) => {
          const isOn = tab.key === value;
          return (
            <Pressable
              key={tab.key}
              role="tab"
              aria-selected={isOn}
              onLayout={({ nativeEvent: { layout } }) =>
                setPlaces((known) => ({ ...known, [tab.key]: layout.x }))
              }
              tabIndex={isOn ? 0 : -1}
              onPress={() => onChange(tab.key)}
              {...onKeys(
                () => onChange(tab.key),
                (step) => {
                  const next = tabs[(at + step + tabs.length) % tabs.length];
                  if (next) onChange(next.key);
                },
              )}
              style={(state) => [styles.tab, isOn && styles.on, isHovered(state) && styles.hover]}
            >
              <Text step="small" weight="medium" color={isOn ? "text" : "muted"}>
                {tab.label}
              </Text>
              {tab.count !== undefined && (
                <Text step="tiny" tabular color="muted">
                  {tab.count}
                </Text>
              )}
            </Pressable>
          );
        })}
      </View>
    </ScrollView>
  );
}

/** One of a few, side by side, such as a theme or a view; arrow keys go from one to the next. */
export function Segments<Key extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly Choice<Key>[];
  value: Key;
  onChange: (key: Key) => void;
}) {
  const styles = useStyles();
  return (
    <View role="radiogroup" aria-label={label} style={styles.segments}>
      {choices.map((choice, at) => (
        <Pressable
          key={choice.key}
          role="radio"
          aria-checked={choice.key === value}
          tabIndex={choice.key === value ? 0 : -1}
          onPress={() => onChange(choice.key)}
          {...onKeys(
            () => onChange(choice.key),
            (step) => {
              const next = choices[(at + step + choices.length) % choices.length];
              if (next) onChange(next.key);
            },
          )}
          style={(state) => [
            styles.segment,
            choice.key === value && styles.segmentOn,
            isHovered(state) && choice.key !== value && styles.hover,
          ]}
        >
          <Text step="small" weight="medium" color={choice.key === value ? "accent" : "muted"}>
            {choice.label}
          </Text>
        </Pressable>
      ))}
    </View>
  );
}

const CHOSEN = '[aria-selected="true"], [aria-checked="true"]';

function onKeys(press: () => void, go: (step: number) => void): object {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowUp: -1,
    ArrowRight: 1,
    ArrowDown: 1,
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key];
      if (step === undefined && event.key !== " ") return;
      event.preventDefault();
      if (step === undefined) return press();
      go(step);
      const strip = (event.currentTarget as HTMLElement).parentElement;
      requestAnimationFrame(() => strip?.querySelector<HTMLElement>(CHOSEN)?.focus());
    },
  };
}

const useStyles = makeStyles((colors, { control }) => ({
  strip: { flexGrow: 0, borderBottomWidth: 1, borderBottomColor: colors.line },
  line: { flexDirection: "row", gap: space.xs },
  tab: {
    height: Math.max(42, control),
    flexDirection: "row",
    alignItems: "center",
    gap: 6,
    paddingHorizontal: space.md,
    borderBottomWidth: 2,
    borderBottomColor: "transparent",
  },
  on: { borderBottomColor: colors.accent },
  hover: { backgroundColor: colors.overlay },
  segments: {
    flexDirection: "row",
    alignSelf: "flex-start",
    borderWidth: 1,
    borderColor: colors.lineStrong,
    borderRadius: radius.control,
    overflow: "hidden",
    backgroundColor: colors.surface,
  },
  /** The frame counts as a part of its height, but not of where fingers press. */
  segment: {
    minHeight: control < size.touch ? control - 2 : control,
    justifyContent: "center",
    paddingHorizontal: space.md,
  },
  segmentOn: { backgroundColor: colors.accentSoft },
}));
