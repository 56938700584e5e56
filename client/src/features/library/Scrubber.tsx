import { Pressable, View } from "react-native";

import { useWords } from "@/i18n/words";
import { isHovered } from "@/ui/interaction";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";

const MOST = 28;

/** The beginnings of titles along the edge; each leads to its first title. */
export function Scrubber({
  letters,
  isDescending,
  onJump,
}: {
  letters: Record<string, number>;
  isDescending: boolean;
  onJump: (index: number) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const places = groups(letters, isDescending);
  if (places.length < 5) return null;
  return (
    <View role="navigation" aria-label={t("library.letters")} style={styles.strip}>
      {places.map(({ letter, index }) => (
        <Pressable
          key={letter}
          role="button"
          aria-label={t("library.jumpTo", { letter })}
          onPress={() => onJump(index)}
          style={(state) => [styles.letter, isHovered(state) && styles.hover]}
        >
          <Text step="tiny" weight="medium" color="muted">
            {letter}
          </Text>
        </Pressable>
      ))}
    </View>
  );
}

/** Where each letter begins; what is no letter stands together as `#`, and rare ones fall away. */
export function groups(
  letters: Record<string, number>,
  isDescending: boolean,
): { letter: string; index: number }[] {
  const entries = Object.entries(letters);
  if (isDescending) entries.reverse();
  const places: { letter: string; index: number; count: number }[] = [];
  let index = 0;
  for (const [first, count] of entries) {
    const letter = /\p{L}/u.test(first) ? first.toUpperCase() : "#";
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
  strip: { width: 30, justifyContent: "center", paddingVertical: 8 },
  letter: {
    flexGrow: 1,
    maxHeight: 26,
    minHeight: 14,
    alignItems: "center",
    justifyContent: "center",
    borderRadius: 4,
  },
  hover: { backgroundColor: colors.overlay },
}));
