import FoldIcon from "lucide-react-native/icons/panel-left-close";
import UnfoldIcon from "lucide-react-native/icons/panel-left-open";
import SearchIcon from "lucide-react-native/icons/search";
import { usePathname } from "expo-router";
import { Pressable, View } from "react-native";

import { useConnection } from "@/api/connection";
import { useSession } from "@/api/session";
import { useActiveJobs } from "@/features/jobs/queries";
import { useWords } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { IconButton } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { isHovered } from "@/ui/interaction";
import { Link } from "@/ui/Link";
import { Logo } from "@/ui/Logo";
import { ProgressRing } from "@/ui/Progress";
import { Text } from "@/ui/Text";
import { makeStyles, useTheme } from "@/ui/theme";
import { Tooltip } from "@/ui/Tooltip";
import { radius, size, space } from "@/ui/tokens";

import { openPalette } from "./palette-state";
import { isWithin, places } from "./nav";

/** The way everywhere, at the left of a wide screen. */
export function Rail() {
  const styles = useStyles();
  const { t } = useWords();
  const path = usePathname();
  const { railFolded: isFolded, prefer } = usePreferences();
  return (
    <View
      role="navigation"
      aria-label={t("nav.main")}
      style={[styles.rail, isFolded && styles.folded]}
    >
      <View style={[styles.top, isFolded && { justifyContent: "center" }]}>
        <Link href="/" label="Maestrarr">
          <Logo withName={!isFolded} />
        </Link>
      </View>
      <Pressable
        role="button"
        aria-label={isFolded ? t("palette.open") : undefined}
        onPress={openPalette}
        style={(state) => [
          styles.search,
          isFolded && styles.searchFolded,
          isHovered(state) && styles.hover,
        ]}
      >
        <Icon shape={SearchIcon} size={16} />
        {!isFolded && (
          <>
            <Text step="small" color="muted" style={{ flex: 1 }}>
              {t("palette.search")}
            </Text>
            <Text step="tiny" color="muted" mono>
              {isApple() ? "⌘K" : "Ctrl K"}
            </Text>
          </>
        )}
      </Pressable>
      <View style={{ gap: 2 }}>
        {places.map((place) => {
          const isHere = isWithin(place, path);
          const name = t(`nav.${place.key}`);
          const link = (
            <Link
              key={place.key}
              href={place.href}
              label={isFolded ? name : undefined}
              current={isHere}
              style={[styles.link, isFolded && styles.linkFolded, isHere && styles.here]}
              hoverStyle={styles.hover}
            >
              {place.key === "jobs" ? (
                <JobsSign isHere={isHere} icon={place.icon} />
              ) : (
                <Icon shape={place.icon} color={isHere ? "accent" : "muted"} />
              )}
              {!isFolded && (
                <Text step="small" weight="medium" color={isHere ? "text" : "muted"}>
                  {name}
                </Text>
              )}
            </Link>
          );
          return isFolded ? (
            <Tooltip key={place.key} text={name}>
              {link}
            </Tooltip>
          ) : (
            link
          );
        })}
      </View>
      <View style={{ flex: 1 }} />
      <Foot isFolded={isFolded} />
      <View style={{ alignItems: isFolded ? "center" : "flex-end" }}>
        <IconButton
          small
          label={t(isFolded ? "nav.unfold" : "nav.fold")}
          icon={isFolded ? UnfoldIcon : FoldIcon}
          onPress={() => prefer({ railFolded: !isFolded })}
        />
      </View>
    </View>
  );
}

/** The jobs' sign becomes a ring while something runs, filled as far as that is. */
export function JobsSign({ icon, isHere }: { icon: typeof SearchIcon; isHere: boolean }) {
  const { t } = useWords();
  const active = useActiveJobs();
  const running = active.data?.filter(({ status }) => status === "running") ?? [];
  if (running.length === 0) return <Icon shape={icon} color={isHere ? "accent" : "muted"} />;
  const known = running.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  const percent = known.length ? known.reduce((sum, each) => sum + each, 0) / known.length : null;
  return <ProgressRing label={t("jobs.runningNow", { count: running.length })} percent={percent} />;
}

function Foot({ isFolded }: { isFolded: boolean }) {
  const styles = useStyles();
  const { t } = useWords();
  const { colors } = useTheme();
  const caller = useSession((session) => session.caller);
  const state = useConnection((connection) => connection.state);
  const isWell = state === "live";
  const word = t(
    isWell ? "connection.live" : state === "lost" ? "connection.lost" : "connection.opening",
  );
  const dot = {
    width: 8,
    height: 8,
    borderRadius: 4,
    backgroundColor: colors[isWell ? "good" : "warn"],
  };
  if (isFolded) {
    return (
      <View role="img" aria-label={word} style={{ alignItems: "center", padding: space.sm }}>
        <View style={dot} />
      </View>
    );
  }
  return (
    <Link href="/profile" style={styles.foot} hoverStyle={styles.hover}>
      <View style={styles.initial}>
        <Text step="small" weight="bold" color="accent">
          {(caller?.name ?? "?").slice(0, 1).toUpperCase()}
        </Text>
      </View>
      <View style={{ flex: 1, minWidth: 0 }}>
        <Text step="small" weight="medium" numberOfLines={1}>
          {caller?.name}
        </Text>
        <View style={{ flexDirection: "row", alignItems: "center", gap: 6 }}>
          <View style={dot} />
          <Text step="tiny" color="muted" numberOfLines={1}>
            {word}
          </Text>
        </View>
      </View>
    </Link>
  );
}

function isApple(): boolean {
  return typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.userAgent ?? "");
}

const useStyles = makeStyles((colors) => ({
  rail: {
    width: size.rail,
    padding: space.md,
    gap: space.md,
    borderRightWidth: 1,
    borderRightColor: colors.line,
    backgroundColor: colors.surface,
  },
  folded: { width: size.railFolded, paddingHorizontal: space.sm },
  top: { flexDirection: "row", paddingHorizontal: space.sm, paddingVertical: space.sm },
  search: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.sm,
    height: size.control,
    paddingHorizontal: space.md,
    borderRadius: radius.control,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    backgroundColor: colors.bg,
  },
  searchFolded: { justifyContent: "center", paddingHorizontal: 0 },
  link: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    height: 38,
    paddingHorizontal: space.md,
    borderRadius: radius.control,
  },
  linkFolded: { justifyContent: "center", paddingHorizontal: 0 },
  here: { backgroundColor: colors.accentSoft },
  hover: { backgroundColor: colors.overlay },
  foot: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    padding: space.sm,
    borderRadius: radius.control,
  },
  initial: {
    width: 32,
    height: 32,
    borderRadius: 16,
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: colors.accentSoft,
  },
}));
