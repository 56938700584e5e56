import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { Dialog } from "@/ui/Dialog";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { Switch } from "@/ui/Toggles";
import { radius, space } from "@/ui/tokens";

import { closeAll, useShown } from "./palette-state";
import { shortcuts } from "./shortcut-list";

/** What can be done by keyboard. */
export function ShortcutsSheet() {
  const styles = useStyles();
  const { t } = useWords();
  const isOpen = useShown(({ shown }) => shown === "shortcuts");
  const { letterKeys, prefer } = usePreferences();
  return (
    <Dialog title={t("shortcuts.title")} isOpen={isOpen} onClose={closeAll}>
      {shortcuts.map(({ keys, does }) => (
        <View key={keys} style={styles.line}>
          <Text
            color={letterKeys || keys.startsWith("Ctrl") ? "text" : "muted"}
            style={{ flex: 1 }}
          >
            {t(`shortcuts.${does}`)}
          </Text>
          {keys.split(" ").map((key) => (
            <View key={key} style={styles.key}>
              <Text step="tiny" mono>
                {key}
              </Text>
            </View>
          ))}
        </View>
      ))}
      <View style={{ gap: space.xs, marginTop: space.sm }}>
        <Switch
          label={t("shortcuts.letters")}
          value={letterKeys}
          onChange={(isOn) => prefer({ letterKeys: isOn })}
        />
        <Text step="small" color="muted">
          {t("shortcuts.lettersHint")}
        </Text>
      </View>
    </Dialog>
  );
}

const useStyles = makeStyles((colors) => ({
  line: { flexDirection: "row", alignItems: "center", gap: 6 },
  key: {
    minWidth: 26,
    alignItems: "center",
    paddingHorizontal: space.sm,
    paddingVertical: 2,
    borderRadius: radius.control,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    backgroundColor: colors.raised,
  },
}));
