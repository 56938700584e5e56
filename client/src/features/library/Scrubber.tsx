import { Pressable, View } from "react-native";

import { useWords } from "@/i18n/words";
import { isHovered } from "@/ui/interaction";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";

export const MOST = 28;
const FEWEST = 5;
/** How wide it is; whoever waits for its letters keeps that free, so that nothing moves. */
export const SCRUBBER = 34;

/** The beginnings of titles, or their years, along the edge; each leads to its first title. */
export function Scrubber({
  label,
  places,
  onJump,
}: {
  label: string;
  places: readonly { name: string; index: number }[];
  onJump: (index: number) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  if (places.length < FEWEST) return null;
  return (
    <View role="navigation" aria-label={label} style={styles.strip}>
      {places.map(({ name, index }) => (
        <Pressable
          key={name}
          role="button"
          aria-label={t("library.jumpTo", { place: name })}
          onPress={() => onJump(index)}
          style={(state) => [styles.place, isHovered(state) && styles.hover]}
        >
          <Text step="tiny" weight="medium" color="muted" tabular>
            {name}
          </Text>
        </Pressable>
      ))}
    </View>
  );
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
  strip: { minWidth: SCRUBBER, paddingRight: 4, justifyContent: "center", paddingVertical: 8 },
  place: {
    flexGrow: 1,
    maxHeight: 26,
    minHeight: 14,
    alignItems: "center",
    justifyContent: "center",
    paddingHorizontal: 4,
    borderRadius: 4,
  },
  hover: { backgroundColor: colors.overlay },
}));
