import SearchIcon from "lucide-react-native/icons/search";
import { usePathname } from "expo-router";
import { Pressable, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { useWords } from "@/i18n/words";
import { Icon } from "@/ui/Icon";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";

import { JobsSign } from "./Rail";
import { isWithin, places } from "./nav";
import { openPalette } from "./palette-state";

/** The way everywhere, at the foot of a phone. */
export function TabBar() {
  const styles = useStyles();
  const { t } = useWords();
  const path = usePathname();
  const insets = useSafeAreaInsets();
  return (
    <View
      role="navigation"
      aria-label={t("nav.main")}
      style={[styles.bar, { paddingBottom: insets.bottom }]}
    >
      {places.map((place) => {
        const isHere = isWithin(place, path);
        return (
          <Link key={place.key} href={place.href} current={isHere} style={styles.tab}>
            {place.key === "jobs" ? (
              <JobsSign icon={place.icon} isHere={isHere} />
            ) : (
              <Icon shape={place.icon} color={isHere ? "accent" : "muted"} />
            )}
            <Text step="tiny" weight="medium" color={isHere ? "accent" : "muted"} numberOfLines={1}>
              {t(`nav.${place.key}`)}
            </Text>
          </Link>
        );
      })}
      <Pressable role="button" onPress={openPalette} style={styles.tab}>
        <Icon shape={SearchIcon} />
        <Text step="tiny" weight="medium" color="muted" numberOfLines={1}>
          {t("palette.search")}
        </Text>
      </Pressable>
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  bar: {
    flexDirection: "row",
    borderTopWidth: 1,
    borderTopColor: colors.line,
    backgroundColor: colors.surface,
  },
  tab: { flex: 1, alignItems: "center", justifyContent: "center", gap: 2, height: 56 },
}));
