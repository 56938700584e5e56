import MonitorIcon from "lucide-react-native/icons/eye";
import LockIcon from "lucide-react-native/icons/lock";
import WrongSoundIcon from "lucide-react-native/icons/volume-x";
import StarIcon from "lucide-react-native/icons/star";
import { View } from "react-native";

import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { BadgeLink } from "@/ui/BadgeLink";
import { Icon } from "@/ui/Icon";
import { Link } from "@/ui/Link";
import { Picture } from "@/ui/Picture";
import { Heading, Text } from "@/ui/Text";
import { makeStyles, useTheme } from "@/ui/theme";
import { Switch } from "@/ui/Toggles";
import { radius, shadow, size, space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { fade } from "./fade";
import { useMonitor } from "./monitor";
import { pictureOf } from "./picture-of";
import { useTitle, type TitleDetail } from "./queries";
import { episodePlace, quality } from "./track-words";

/** What a title is, at a glance, over its picture. */
export function Hero({ title }: { title: TitleDetail }) {
  const styles = useStyles();
  const { t } = useWords();
  const format = useFormat();
  const isWide = useIsWide();
  const { colors } = useTheme();
  const monitor = useMonitor();
  const mayOperate = useMay("operator");
  const parent = useTitle(title.parent_id);
  const series = useTitle(parent.data?.parent_id ?? null);
  const above = [series.data, parent.data].filter((each) => each !== undefined);
  const pictures = [title, ...above.reverse()];
  const behind = pictureOf(pictures, ["fanart", "landscape", "thumb"], "large");
  const poster = pictureOf(pictures, ["season-poster", "poster", "thumb"], "medium");
  const facts = [
    title.runtime_minutes ? format.span(title.runtime_minutes * 60) : null,
    title.certification,
    title.premiered ? format.date(title.premiered) : null,
    title.files.length > 1 ? t("title.versions", { count: title.files.length }) : null,
  ].filter((each) => each !== null);
  return (
    <View style={styles.hero}>
      {behind && (
        <View style={styles.behind}>
          <Picture uri={behind} alt="" eager />
          <View style={[styles.fade, fade(colors.bg)]} />
        </View>
      )}
      <View style={[styles.front, !isWide && styles.frontNarrow]}>
        <View style={[styles.poster, !isWide && { width: 104 }]}>
          <Picture
            uri={poster}
            alt={t("title.posterOf", { title: title.title })}
            eager
            instead={<View />}
          />
        </View>
        <View style={styles.words}>
          {above.length > 0 && (
            <View style={styles.line}>
              {[...above].reverse().map((each) => (
                <Link key={each.id} href={`/titles/${each.id}`}>
                  <Text step="small" weight="medium" style={{ textDecorationLine: "underline" }}>
                    {each.title}
                  </Text>
                </Link>
              ))}
              <Text step="small" tabular>
                {episodePlace(title)}
              </Text>
            </View>
          )}
          <Heading level={2} step={isWide ? "hero" : "title"}>
            {title.title}
          </Heading>
          {title.original_title && title.original_title !== title.title && (
            <Text>{title.original_title}</Text>
          )}
          <View style={styles.line}>
            {title.year !== null && (
              <Text step="small" weight="medium" tabular>
                {title.year}
              </Text>
            )}
            {facts.map((fact) => (
              <Text key={fact} step="small" tabular>
                {fact}
              </Text>
            ))}
            {title.rating !== null && (
              <View style={styles.line}>
                <Icon shape={StarIcon} color="warn" size={14} />
                <Text step="small" tabular>
                  {format.number(title.rating, 1)}
                </Text>
              </View>
            )}
          </View>
          <View style={styles.line}>
            <Badge
              tone={title.missing_since ? "bad" : title.state === "discovered" ? "warn" : "good"}
              label={t(`state.${title.state}`)}
            />
            {title.default_audio === "wrong" && (
              <BadgeLink
                href={`/titles/${title.id}?tab=sound`}
                tone="warn"
                icon={WrongSoundIcon}
                label={t("title.wrongSound")}
              />
            )}
            {title.is_unpublished && (
              <BadgeLink
                href={`/titles/${title.id}?tab=publishing`}
                tone="info"
                label={t("publish.unpublished")}
              />
            )}
            {quality(title.files).map((word) => (
              <Badge key={word} label={word} />
            ))}
            {title.locked_fields.length > 0 && (
              <Badge
                icon={LockIcon}
                label={t("title.locked", { count: title.locked_fields.length })}
              />
            )}
          </View>
          {mayOperate && (
            <Switch
              label={t(title.is_monitored ? "title.monitored" : "title.unmonitored")}
              value={title.is_monitored}
              onChange={(is_monitored) => monitor.mutate({ ids: [title.id], is_monitored })}
            />
          )}
          {!mayOperate && !title.is_monitored && (
            <Badge icon={MonitorIcon} label={t("title.unmonitored")} />
          )}
        </View>
      </View>
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  hero: { minHeight: 220 },
  behind: { position: "absolute", inset: 0, overflow: "hidden" },
  fade: { position: "absolute", inset: 0 },
  front: {
    flexDirection: "row",
    alignItems: "flex-end",
    gap: space.xl,
    paddingHorizontal: space.xl,
    paddingTop: 96,
    paddingBottom: space.xl,
    maxWidth: size.page,
  },
  frontNarrow: { paddingHorizontal: space.lg, paddingTop: space.huge, gap: space.lg },
  poster: {
    width: 190,
    aspectRatio: 2 / 3,
    borderRadius: radius.card,
    overflow: "hidden",
    borderWidth: 1,
    borderColor: colors.line,
    backgroundColor: colors.raised,
    boxShadow: shadow.float,
  },
  words: { flex: 1, minWidth: 0, gap: space.sm },
  line: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm },
}));
