import CheckIcon from "lucide-react-native/icons/check";
import AlertIcon from "lucide-react-native/icons/circle-alert";
import PauseIcon from "lucide-react-native/icons/circle-pause";
import FilmIcon from "lucide-react-native/icons/film";
import TvIcon from "lucide-react-native/icons/tv";
import { memo } from "react";
import { Pressable, View } from "react-native";

import { artworkUrl } from "@/api/client";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Icon } from "@/ui/Icon";
import { isHovered, onSpace } from "@/ui/interaction";
import { Link } from "@/ui/Link";
import { Picture } from "@/ui/Picture";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import type { TitleInList } from "./queries";

export const POSTER_WORDS = 52;

const MAIN_PICTURE: Record<string, string> = { season: "season-poster", episode: "thumb" };

/** The address of the picture that stands for a title; null when there is none. */
export function mainPicture(
  title: { id: string; kind: string; picture_version?: string | null },
  size: "small" | "medium" = "small",
): string | null {
  const version = title.picture_version;
  return version
    ? artworkUrl(title.id, MAIN_PICTURE[title.kind] ?? "poster", { version, size })
    : null;
}

type CardProps = {
  title: TitleInList;
  /** Whether it is selected; it leads nowhere then, and is pressed to be selected or let go. */
  selected?: boolean;
  onSelect?: (id: string) => void;
};

/** A title as its poster, with its name beneath; a corner tells what needs attention. */
export const PosterCard = memo(function PosterCard({ title, selected, onSelect }: CardProps) {
  const styles = useStyles();
  if (!onSelect) {
    return (
      <Link href={`/titles/${title.id}`} style={styles.card} hoverStyle={styles.hover}>
        <Poster title={title} />
      </Link>
    );
  }
  return (
    <Pressable
      role="checkbox"
      aria-checked={selected}
      onPress={() => onSelect(title.id)}
      {...onSpace(() => onSelect(title.id))}
      style={(state) => [styles.card, isHovered(state) && styles.hover]}
    >
      <Poster title={title} mark={selected} />
    </Pressable>
  );
});

function Poster({ title, mark }: { title: TitleInList; mark?: boolean }) {
  const styles = useStyles();
  const format = useFormat();
  const { t } = useWords();
  const facts = [
    title.year ? String(title.year) : null,
    title.runtime_minutes ? format.span(title.runtime_minutes * 60) : null,
  ].filter((each) => each !== null);
  const sign = title.missing_since
    ? { icon: AlertIcon, color: "bad" as const, word: t("title.missing") }
    : title.is_monitored
      ? null
      : { icon: PauseIcon, color: "warn" as const, word: t("title.unmonitored") };
  return (
    <>
      <View style={[styles.poster, mark && styles.selected]}>
        <Picture
          uri={mainPicture(title)}
          alt=""
          instead={
            <View style={styles.instead}>
              <Icon shape={title.kind === "series" ? TvIcon : FilmIcon} size={26} color="faint" />
              <Text step="small" weight="medium" color="muted" align="center" numberOfLines={4}>
                {title.title}
              </Text>
            </View>
          }
        />
        {sign && (
          <View style={styles.sign} role="img" aria-label={sign.word}>
            <Icon shape={sign.icon} color={sign.color} size={16} />
          </View>
        )}
        {mark !== undefined && (
          <View style={[styles.mark, mark && styles.markOn]} aria-hidden>
            {mark && <Icon shape={CheckIcon} color="onAccent" size={16} />}
          </View>
        )}
      </View>
      <View>
        <Text step="small" weight="medium" numberOfLines={1}>
          {title.title}
        </Text>
        <Text step="tiny" color="muted" tabular numberOfLines={1}>
          {facts.join(" · ")}
        </Text>
      </View>
    </>
  );
}

/** Where a poster will be. */
export function PosterPlace() {
  const styles = useStyles();
  return (
    <View style={styles.card} aria-hidden>
      <View style={[styles.poster, styles.place]} />
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  card: { flex: 1, minWidth: 0, gap: space.sm, borderRadius: radius.card },
  hover: { opacity: 0.88 },
  poster: {
    aspectRatio: 2 / 3,
    width: "100%",
    borderRadius: radius.card,
    overflow: "hidden",
    backgroundColor: colors.raised,
    borderWidth: 1,
    borderColor: colors.line,
  },
  place: { backgroundColor: colors.surface },
  instead: {
    flex: 1,
    alignItems: "center",
    justifyContent: "center",
    gap: space.sm,
    padding: space.md,
  },
  selected: { borderColor: colors.accent, boxShadow: `0 0 0 2px ${colors.accent}` },
  mark: {
    position: "absolute",
    top: 6,
    left: 6,
    width: 24,
    height: 24,
    borderRadius: 12,
    borderWidth: 2,
    borderColor: colors.control,
    backgroundColor: colors.overlay,
    alignItems: "center",
    justifyContent: "center",
  },
  markOn: { borderColor: colors.accent, backgroundColor: colors.accent },
  sign: {
    position: "absolute",
    top: 6,
    right: 6,
    padding: 4,
    borderRadius: radius.round,
    backgroundColor: colors.overlay,
  },
}));
