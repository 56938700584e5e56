import MoreIcon from "lucide-react-native/icons/ellipsis";
import SearchIcon from "lucide-react-native/icons/search";
import { usePathname, useRouter } from "expo-router";
import { Pressable, View } from "react-native";
import { useSafeAreaInsets } from "react-native-safe-area-context";

import { useWords } from "@/i18n/words";
import { Icon } from "@/ui/Icon";
import { Link } from "@/ui/Link";
import { Menu } from "@/ui/Menu";
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
      {first.map((place) => {
        const isHere = isWithin(place, path);
        return (
          <Link key={place.key} href={place.href} current={isHere} style={styles.tab}>
            <Icon shape={place.icon} color={isHere ? "accent" : "muted"} />
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
      <View style={styles.more}>
        <More path={path} />
      </View>
    </View>
  );
}

/** The ways that have no room at the foot; its sign is the jobs' while something runs. */
function More({ path }: { path: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const router = useRouter();
  const isHere = rest.some((place) => isWithin(place, path));
  return (
    <Menu
      label={t("nav.more")}
      choices={rest.map((place) => ({
        key: place.key,
        label: t(`nav.${place.key}`),
        icon: place.icon,
        color: isWithin(place, path) ? ("accent" as const) : undefined,
        onPress: () => router.push(place.href as never),
      }))}
      trigger={(open, isOpen) => (
        <Pressable
          role="button"
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onPress={open}
          style={styles.moreTab}
        >
          <JobsSign icon={MoreIcon} isHere={isHere} />
          <Text step="tiny" weight="medium" color={isHere ? "accent" : "muted"} numberOfLines={1}>
            {t("nav.more")}
          </Text>
        </Pressable>
      )}
    />
  );
}

const first = places.filter(({ isFirst }) => isFirst);
const rest = places.filter(({ isFirst }) => !isFirst);

const useStyles = makeStyles((colors) => ({
  bar: {
    flexDirection: "row",
    borderTopWidth: 1,
    borderTopColor: colors.line,
    backgroundColor: colors.surface,
  },
  more: { flex: 1 },
  moreTab: { alignItems: "center", justifyContent: "center", gap: 2, height: 56 },
  tab: { flex: 1, alignItems: "center", justifyContent: "center", gap: 2, height: 56 },
}));
