import { useRef, useState } from "react";
import { useWindowDimensions, type View } from "react-native";

const APART = 6;
const FROM_EDGE = 8;

export type Place = { top: number; left: number; width: number };

/** Finds where something opens: beneath what was pressed, or above it where there is no room. */
export function usePlace(width: number, height: number) {
  const anchor = useRef<View>(null);
  const window = useWindowDimensions();
  const [place, setPlace] = useState<Place | null>(null);
  const open = () =>
    anchor.current?.measureInWindow((x, y, wide, high) => {
      const whole = Math.min(Math.max(width, wide), window.width - 2 * FROM_EDGE);
      const isBelow = y + high + APART + height < window.height;
      setPlace({
        left: Math.max(FROM_EDGE, Math.min(x, window.width - whole - FROM_EDGE)),
        top: isBelow ? y + high + APART : Math.max(FROM_EDGE, y - height - APART),
        width: whole,
      });
    });
  return { anchor, place, open, close: () => setPlace(null) };
}
