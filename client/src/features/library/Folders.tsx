import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { Chip } from "@/ui/Chip";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { FolderBrowser } from "./FolderBrowser";

/** The folders of a library: those that are chosen, each with a cross, and where others are found. */
export function Folders({
  folders,
  onChange,
}: {
  folders: readonly string[];
  onChange: (folders: readonly string[]) => void;
}) {
  const { t } = useWords();
  return (
    <View style={{ gap: space.sm }}>
      <Text step="small" weight="medium">
        {t("addLibrary.folders")}
      </Text>
      <Text step="small" color="muted">
        {t("addLibrary.foldersHint")}
      </Text>
      <FolderBrowser chosen={folders} onChoose={(path) => onChange([...folders, path])} />
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
        {folders.map((path) => (
          <Chip
            key={path}
            selected
            label={path}
            removeLabel={t("addLibrary.removeFolder", { path })}
            onRemove={() => onChange(folders.filter((each) => each !== path))}
          />
        ))}
      </View>
    </View>
  );
}
