import SaveIcon from "lucide-react-native/icons/bookmark-plus";
import { useState } from "react";
import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { chosenCount, readFilter, writeFilter, type TitleFilter } from "./filter";

/** Filters that the user has given a name, on this device. */
export function SavedViews({
  filter,
  onChange,
  isFirst,
}: {
  filter: TitleFilter;
  onChange: (filter: TitleFilter) => void;
  isFirst: boolean;
}) {
  const { t } = useWords();
  const { savedViews, prefer } = usePreferences();
  const [name, setName] = useState("");
  const query = JSON.stringify(writeFilter(filter));
  const save = () => {
    const kept = savedViews.filter((view) => view.name !== name.trim());
    prefer({ savedViews: [...kept, { name: name.trim(), query }] });
    setName("");
  };
  if (isFirst && chosenCount(filter) === 0) return null;
  return (
    <View style={{ gap: space.sm }}>
      <Text step="small" weight="medium" color="muted">
        {t("library.savedViews")}
      </Text>
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
        {savedViews.map((view) => (
          <View key={view.name} style={{ flexDirection: "row" }}>
            <Chip
              label={view.name}
              selected={view.query === query}
              onPress={() => onChange(readFilter(JSON.parse(view.query) as never))}
            />
            <Button
              tone="quiet"
              label={t("common.remove")}
              onPress={() => prefer({ savedViews: savedViews.filter((each) => each !== view) })}
            />
          </View>
        ))}
      </View>
      {chosenCount(filter) > 0 && (
        <View style={{ flexDirection: "row", gap: space.sm }}>
          <View style={{ flex: 1 }}>
            <Input
              aria-label={t("library.viewName")}
              placeholder={t("library.viewName")}
              value={name}
              maxLength={40}
              onChangeText={setName}
              onSubmitEditing={() => name.trim() && save()}
            />
          </View>
          <Button label={t("common.save")} icon={SaveIcon} disabled={!name.trim()} onPress={save} />
        </View>
      )}
    </View>
  );
}
