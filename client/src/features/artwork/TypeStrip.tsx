import LockIcon from "lucide-react-native/icons/lock";
import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Chip } from "@/ui/Chip";
import { space } from "@/ui/tokens";

import type { TypeArtwork } from "./queries";
import { typeWords } from "./words";

/** The types that a title has pictures of, how many it has and should have, and what is locked. */
export function TypeStrip({
  types,
  value,
  onChange,
}: {
  types: readonly TypeArtwork[];
  value: string;
  onChange: (type: string) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  return (
    <View
      role="group"
      aria-label={t("pictures.types")}
      style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}
    >
      {types.map(({ type, selected, wanted, locked_by }) => (
        <Chip
          key={type}
          label={typeWords(type, t)}
          icon={locked_by === null ? undefined : LockIcon}
          count={
            wanted || selected.length
              ? `${format.number(selected.length)}/${format.number(Math.max(wanted, selected.length))}`
              : undefined
          }
          selected={type === value}
          onPress={() => onChange(type)}
        />
      ))}
    </View>
  );
}
