import { useEffect, useRef, useState, type ReactNode } from "react";
import { View } from "react-native";

import { Over } from "./Over";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { OVER_ALL, radius, space } from "./tokens";

const AFTER = 450;

/** Shows a word about what the pointer rests on, or what the keyboard has reached. */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const styles = useStyles();
  const anchor = useRef<View>(null);
  const [place, setPlace] = useState<{ x: number; y: number } | null>(null);

  useEffect(() => {
    const element = anchor.current as unknown as HTMLElement | null;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const box = element.getBoundingClientRect();
        const x = Math.min(Math.max(box.x + box.width / 2, 80), window.innerWidth - 80);
        const isLow = box.bottom + 40 > window.innerHeight;
        setPlace({ x, y: isLow ? box.y - 34 : box.bottom + 6 });
      }, AFTER);
    };
    const hide = () => {
      clearTimeout(timer);
      setPlace(null);
    };
    /** What got the focus by itself, as the first of a dialog does, was not reached by anybody. */
    const reach = ({ target }: Event) => {
      if ((target as Element).matches(":focus-visible")) show();
    };
    const events = [
      ["pointerenter", show],
      ["pointerleave", hide],
      ["pointerdown", hide],
      ["focusin", reach],
      ["focusout", hide],
    ] as const;
    for (const [name, react] of events) element.addEventListener(name, react);
    return () => {
      clearTimeout(timer);
      for (const [name, react] of events) element.removeEventListener(name, react);
    };
  }, []);

  return (
    <View ref={anchor}>
      {children}
      {place && (
        <Over>
          <View
            aria-hidden
            style={[styles.tip, { left: place.x, top: place.y }]}
            pointerEvents="none"
          >
            <Text step="tiny" weight="medium" numberOfLines={1}>
              {text}
            </Text>
          </View>
        </Over>
      )}
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  tip: {
    position: "fixed" as "absolute",
    zIndex: OVER_ALL,
    transform: [{ translateX: "-50%" }],
    backgroundColor: colors.overlay,
    borderColor: colors.lineStrong,
    borderWidth: 1,
    borderRadius: radius.control,
    paddingHorizontal: space.sm,
    paddingVertical: 3,
  },
}));
