import DownIcon from "lucide-react-native/icons/arrow-down";
import UpIcon from "lucide-react-native/icons/arrow-up";
import XIcon from "lucide-react-native/icons/x";
import { View } from "react-native";

import { useTongues } from "@/i18n/tongues";
import { useWords } from "@/i18n/words";
import { IconButton } from "@/ui/Button";
import { Combobox } from "@/ui/Combobox";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import { moved, useSoundWords } from "./sound";

/** Languages, the best first; one can be added, moved or taken out. */
export function LanguageOrder({
  languages,
  offersOriginal = true,
  onChange,
}: {
  languages: readonly string[];
  /** Whether the language that a film was made in may stand among them. */
  offersOriginal?: boolean;
  onChange: (languages: readonly string[]) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const words = useSoundWords();
  const tongues = useTongues();
  const original = offersOriginal ? [{ key: "original", label: t("rules.original") }] : [];
  const offered = [...original, ...tongues].filter(({ key }) => !languages.includes(key));
  return (
    <View style={{ gap: space.sm }}>
      {languages.map((language, at) => {
        const name = words.language(language);
        return (
          <View key={language} style={styles.row}>
            <Text step="small" color="muted" tabular>
              {at + 1}
            </Text>
            <Text step="small" weight="medium" style={{ flex: 1 }}>
              {name}
            </Text>
            <IconButton
              small
              label={t("rules.earlier", { name })}
              icon={UpIcon}
              disabled={at === 0}
              onPress={() => onChange(moved(languages, at, -1))}
            />
            <IconButton
              small
              label={t("rules.later", { name })}
              icon={DownIcon}
              disabled={at === languages.length - 1}
              onPress={() => onChange(moved(languages, at, 1))}
            />
            <IconButton
              small
              label={t("rules.takeOut", { name })}
              icon={XIcon}
              onPress={() => onChange(languages.filter((each) => each !== language))}
            />
          </View>
        );
      })}
      <Combobox
        label={t("rules.addLanguage")}
        value=""
        onChange={(key) => onChange([...languages, key])}
        choices={[{ key: "", label: t("rules.addLanguage") }, ...offered]}
      />
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  row: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.sm,
    paddingLeft: space.md,
    paddingRight: space.xs,
    paddingVertical: 2,
    borderRadius: radius.control,
    borderWidth: 1,
    borderColor: colors.line,
    backgroundColor: colors.raised,
  },
}));
