import { useRef, useState } from "react";
import { Pressable, View, type GestureResponderEvent } from "react-native";

import { useWords } from "@/i18n/words";
import { isHovered } from "@/ui/interaction";
import { Reach } from "@/ui/Reach";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, shadow } from "@/ui/tokens";

export const MOST = 28;
const FEWEST = 5;
/** How wide it is; whoever waits for its letters keeps that free, so that nothing moves. */
export const SCRUBBER = 34;
/** So far beside it fingers are felt too. */
const BESIDE = 10;
const TALLEST = 26;
const LOWEST = 14;
const ENDS = 8;
const BUBBLE = 48;

type Place = { name: string; index: number };

/** The beginnings of titles, or their years, along the edge; each leads to its first title. */
export function Scrubber({
  label,
  places,
  onJump,
}: {
  label: string;
  places: readonly Place[];
  onJump: (index: number) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const { strip, beneath, drag } = useDrag(places, onJump);
  if (places.length < FEWEST) return null;
  return (
    <View ref={strip} role="navigation" aria-label={label} style={styles.strip} {...drag}>
      <Reach by={0} beside={BESIDE} />
      {places.map(({ name, index }, at) => (
        <Pressable
          key={name}
          role="button"
          aria-label={t("library.jumpTo", { place: name })}
          onPress={() => onJump(index)}
          style={(state) => [
            styles.place,
            (isHovered(state) || at === beneath?.at) && styles.hover,
          ]}
        >
          <Text step="tiny" weight="medium" color="muted" tabular>
            {name}
          </Text>
        </Pressable>
      ))}
      {beneath && (
        <View
          aria-hidden
          pointerEvents="none"
          style={[styles.bubble, { top: beneath.y - BUBBLE / 2 }]}
        >
          <Text step="title" weight="bold" color="onAccent" tabular>
            {places[beneath.at]?.name}
          </Text>
        </View>
      )}
    </View>
  );
}

/** Leads along with a finger that goes over the strip; what is beneath it is told beside it. */
function useDrag(places: readonly Place[], onJump: (index: number) => void) {
  const strip = useRef<View>(null);
  const [frame, setFrame] = useState({ top: 0, height: 0 });
  const [beneath, setBeneath] = useState<{ at: number; y: number } | null>(null);
  const over = (y: number, height: number) => {
    const at = placeAt(y, height, places.length);
    const place = places[at];
    if (!place) return;
    setBeneath({ at, y });
    if (at !== beneath?.at) onJump(place.index);
  };
  const drag = {
    onMoveShouldSetResponderCapture: () => true,
    onResponderGrant: ({ nativeEvent: { pageY } }: GestureResponderEvent) =>
      strip.current?.measureInWindow((_x, top, _width, height) => {
        setFrame({ top, height });
        over(pageY - top, height);
      }),
    onResponderMove: ({ nativeEvent: { pageY } }: GestureResponderEvent) => {
      if (frame.height > 0) over(pageY - frame.top, frame.height);
    },
    onResponderRelease: () => setBeneath(null),
    onResponderTerminate: () => setBeneath(null),
    onStartShouldSetResponder: () => true,
    onResponderTerminationRequest: () => false,
    hitSlop: { left: BESIDE },
  };
  return { strip, beneath, drag };
}

/** Names the place that lies at a height of the strip, in whose middle all of them stand. */
export function placeAt(y: number, height: number, count: number): number {
  const each = Math.min(TALLEST, Math.max(LOWEST, (height - 2 * ENDS) / count));
  const first = (height - each * count) / 2;
  return Math.min(count - 1, Math.max(0, Math.floor((y - first) / each)));
}

/**
 * Where each letter begins; what is no letter stands together as `#`, and rare ones fall away.
 *
 * So do letters of another script as `…`, where most titles are Latin: our face has none of them,
 * and who reads few of them may have no other face that does.
 */
export function groups(
  letters: Record<string, number>,
  isDescending: boolean,
): { letter: string; index: number }[] {
  const entries = Object.entries(letters);
  if (isDescending) entries.reverse();
  const isForeign = (first: string) => /(?!\p{Script=Latin})\p{L}/u.test(first);
  const sum = (some: typeof entries) => some.reduce((total, [, count]) => total + count, 0);
  const areFew = sum(entries.filter(([first]) => isForeign(first))) * 2 < sum(entries);
  const places: { letter: string; index: number; count: number }[] = [];
  let index = 0;
  for (const [first, count] of entries) {
    const sign = areFew && isForeign(first) ? "…" : first.toUpperCase();
    const letter = /\p{L}/u.test(first) ? sign : "#";
    const last = places[places.length - 1];
    if (last?.letter === letter) last.count += count;
    else if (!places.some((each) => each.letter === letter)) places.push({ letter, index, count });
    index += count;
  }
  if (places.length <= MOST) return places;
  const latin = places.filter(({ letter }) => /[A-Z#]/.test(letter));
  return (latin.length > 4 ? latin : places).slice(0, MOST);
}

const useStyles = makeStyles((colors) => ({
  strip: {
    minWidth: SCRUBBER,
    paddingRight: 4,
    justifyContent: "center",
    paddingVertical: ENDS,
    zIndex: 1,
    touchAction: "none",
    userSelect: "none",
  } as object,
  place: {
    flexGrow: 1,
    maxHeight: TALLEST,
    minHeight: LOWEST,
    alignItems: "center",
    justifyContent: "center",
    paddingHorizontal: 4,
    borderRadius: 4,
  },
  hover: { backgroundColor: colors.overlay },
  bubble: {
    position: "absolute",
    right: SCRUBBER + BESIDE + 8,
    minWidth: BUBBLE,
    height: BUBBLE,
    paddingHorizontal: 12,
    alignItems: "center",
    justifyContent: "center",
    borderRadius: radius.card,
    backgroundColor: colors.accent,
    boxShadow: shadow.float,
  },
}));
